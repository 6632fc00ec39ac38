import sharp from 'sharp';

/** What an operator terminal shows: a calm page of three figures, a trend and a row of buttons. Bars stand for text. */
export function screen(): Promise<Buffer> {
  const figures = [0, 1, 2].map(
    (i) => `<g transform="translate(${10 + i * 80} 34)">
      <rect width="74" height="42" rx="3" fill="#1d2632"/>
      <rect x="8" y="7" width="26" height="5" rx="1" fill="#5d7088"/>
      <rect x="8" y="18" width="${[40, 34, 44][i]}" height="13" rx="2" fill="#c9d6e4"/>
    </g>`,
  );
  const lines = [96, 116, 136, 156].map((y) => `<path d="M10 ${y}h236" stroke="#202b38"/>`);
  const buttons = [0, 1, 2, 3, 4].map(
    (i) => `<rect x="${10 + i * 48}" y="166" width="42" height="11" rx="2" fill="#2a3646"/>`,
  );
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 256 184" preserveAspectRatio="none">
    <rect width="256" height="184" fill="#141b24"/>
    <rect width="256" height="24" fill="#232d3a"/>
    <g fill="#8fa3b8"><rect x="10" y="9" width="70" height="6" rx="1"/><rect x="214" y="9" width="32" height="6" rx="1"/></g>
    ${figures.join('')}${lines.join('')}
    <polyline points="${trend(126, 18, 26)}" fill="none" stroke="#7fa6cf" stroke-width="2.5"/>
    <polyline points="${trend(142, 6, 15)}" fill="none" stroke="#5d7088" stroke-width="1.5"/>
    ${buttons.join('')}
  </svg>`;
  return sharp(Buffer.from(drawing)).flatten().png({ palette: true, colours: 32, effort: 10 }).toBuffer();
}

function trend(middle: number, swing: number, period: number): string {
  return Array.from({ length: 60 }, (_, i) => {
    const x = i * 4;
    const y = middle - swing * Math.sin(x / period) - swing * 0.4 * Math.sin(x / 7);
    return `${10 + x},${y.toFixed(1)}`;
  }).join(' ');
}
