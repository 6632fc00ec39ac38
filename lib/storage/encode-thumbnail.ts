import sharp from 'sharp';
import { problem } from '@/lib/problem';

const FORMATS = ['png', 'webp'];
/** A 4096 × 4096 picture, decoded, takes 64 MB: more is nothing a browser's canvas made for us. */
const PIXELS_MAX = 16_777_216;

export type ThumbnailSize = { width: number; height: number };

/**
 * A picture from the browser, decoded and written anew as WebP of our size, so that no byte of what was sent is
 * ever served. Transparency stays: one thumbnail serves both themes.
 */
export async function encodeThumbnail(
  picture: Uint8Array,
  { width, height }: ThumbnailSize,
): Promise<Buffer> {
  try {
    const input = sharp(picture, { limitInputPixels: PIXELS_MAX, failOn: 'error', pages: 1 });
    const { format } = await input.metadata();
    if (!FORMATS.includes(format)) throw new Error(`The picture is ${format}.`);
    return await input
      .resize(width, height, { fit: 'cover' })
      .webp({ quality: 82, alphaQuality: 90 })
      .toBuffer();
  } catch (cause) {
    throw problem('invalid_request', {
      detail: 'The thumbnail must be a PNG or WebP picture of at most 16 megapixels.',
      cause,
    });
  }
}
