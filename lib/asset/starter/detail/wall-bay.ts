import { handle } from '../detail/handle';
import { box } from '../kit/box';
import { type Part, part } from '../kit/part';
import { plate } from '../kit/plate';

/** Pitch of the posts of a clean-room wall, its height under the top rail, and where its glass begins. */
export const BAY = 1.5;
const HEIGHT = 2.3;
const SILL = 1.02;

/** Plinth, top rail and posts for a row of bays. The end posts are halves: walls set end to end share a whole one. */
export function wallFrame(bays: number): Part {
  const length = bays * BAY;
  return part('Frame', [0, 0, 0], (m) => {
    m.add(box(length, 0.1, 0.14, 0), 'greyPaint');
    m.add(box(length, 0.05, 0.1, 0), 'steel', [0, HEIGHT, 0]);
    for (let i = 0; i <= bays; i++) {
      const end = i === 0 ? 1 : i === bays ? -1 : 0;
      const width = end ? 0.03 : 0.06;
      m.add(box(width, HEIGHT - 0.05, 0.085, 0.008), 'steel', [(i - bays / 2) * BAY + end * 0.015, 0.06, 0]);
    }
  });
}

/** The solid lower half of bays centred on these x. */
export function wallPanels(centres: readonly number[]): Part {
  return part('Panels', [0, 0.1, 0], (m) => {
    for (const x of centres) {
      m.add(box(BAY - 0.06, 0.92, 0.06, 0.01), 'wall', [x, 0.1, 0]);
      m.add(box(BAY - 0.06, 0.04, 0.08, 0.01), 'steel', [x, SILL, 0]);
    }
  });
}

/** The glass above, which one can look over. */
export function wallGlass(centres: readonly number[]): Part {
  return part('Glass', [0, SILL + 0.04, 0], (m) => {
    for (const x of centres) {
      const height = HEIGHT - SILL - 0.04;
      m.add(plate(BAY - 0.08, height, 0.012, { corner: 0.005, bevel: 0.002 }), 'glass', [
        x,
        (HEIGHT + SILL + 0.04) / 2,
        -0.006,
      ]);
    }
  });
}

/** A door leaf with a window that fills one bay. */
export function wallDoor(): Part {
  return part('Door', [0.1 - BAY / 2, 0.11, 0], (m) => {
    const window = { x: 0, y: 0.4, width: 0.56, height: 0.9, radius: 0.06 };
    m.add(plate(BAY - 0.07, 2.18, 0.05, { holes: [window] }), 'paint', [0, 1.205, -0.02]);
    m.add(plate(0.6, 0.94, 0.012, { corner: 0.05, bevel: 0.002 }), 'glass', [0, 1.58, 0]);
    m.add(plate(BAY - 0.24, 0.3, 0.01, { corner: 0.01, bevel: 0.002 }), 'steel', [0, 0.3, 0.03]);
    handle(m, [BAY / 2 - 0.2, 1.08, 0.03], 0.26);
    for (const y of [0.35, 1.15, 1.95])
      m.add(box(0.03, 0.12, 0.03, 0.006), 'steel', [0.08 - BAY / 2, y, 0.03]);
  });
}
