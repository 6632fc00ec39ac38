import sharp from 'sharp';

/** Two holes of a perforated sheet, staggered; repeats without a seam. */
export function perforated(): Promise<Buffer> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64">
    <rect width="64" height="64" fill="#fff"/>
    <g fill="#3c4046"><circle cx="16" cy="16" r="9"/><circle cx="48" cy="48" r="9"/></g>
  </svg>`;
  return sharp(Buffer.from(drawing)).flatten().png({ palette: true, colours: 16, effort: 10 }).toBuffer();
}
