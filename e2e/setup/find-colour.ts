import type { Locator } from '@playwright/test';
import sharp from 'sharp';

export type Point = { x: number; y: number };

/**
 * The middle of what has a colour in the picture of an element, in pixels of the page: the handle of a gizmo is drawn
 * by the graphics card and has no element of its own. Undefined: no such pixel.
 */
export async function findColour(
  element: Locator,
  is: (red: number, green: number, blue: number) => boolean,
): Promise<Point | undefined> {
  const box = await element.boundingBox();
  if (!box) return undefined;
  const { data, info } = await sharp(await element.screenshot({ scale: 'css' }))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let count = 0;
  let sumX = 0;
  let sumY = 0;
  for (let at = 0; at < data.length; at += 3) {
    if (!is(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)) continue;
    count += 1;
    sumX += (at / 3) % info.width;
    sumY += Math.floor(at / 3 / info.width);
  }
  return count === 0 ? undefined : { x: box.x + sumX / count, y: box.y + sumY / count };
}
