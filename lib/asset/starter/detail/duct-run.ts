import { box } from '../kit/box';
import { type Part, part } from '../kit/part';

/** A straight supply duct along x: six metres, its underside at 3.3 m. */
export const DUCT = { length: 6, bottom: 3.3, width: 0.56, height: 0.44 } as const;

const STIFFENER_PITCH = 1.5;

export const ductRun = (): Part =>
  part('Duct run', [0, DUCT.bottom, 0], (m) => {
    const { length, bottom, width, height } = DUCT;
    m.add(box(length, height, width, 0), 'foil', [0, bottom, 0]);
    for (let x = -length / 2; x <= length / 2; x += STIFFENER_PITCH) {
      // Half frames at the ends, so that two runs meet in one flange.
      const end = Math.sign(x) * Number(Math.abs(x) === length / 2);
      m.add(box(end ? 0.025 : 0.05, height + 0.07, width + 0.07, 0.006), 'darkSteel', [
        x - end * 0.0125,
        bottom - 0.035,
        0,
      ]);
    }
    for (let x = STIFFENER_PITCH / 2 - length / 2; x < length / 2; x += STIFFENER_PITCH) {
      for (const [dx, turn] of [
        [-0.33, 0.5],
        [0.33, -0.5],
      ] as const) {
        // The crosswise crease that keeps a sheet from drumming, seen from its side.
        for (const side of [-1, 1])
          m.add(
            box(0.78, 0.008, 0.008, 0),
            'foil',
            [x + dx, bottom + height * 0.5, (side * width) / 2],
            [0, 0, turn],
          );
      }
    }
  });

/** Cantilever posts that carry a duct from behind. */
export const ductSupports = (): Part =>
  part('Supports', [0, 0, -0.42], (m) => {
    const { bottom } = DUCT;
    for (const x of [-1.5, 1.5]) {
      m.add(box(0.1, bottom - 0.1, 0.1), 'greyPaint', [x, 0.02, -0.42]);
      m.add(box(0.22, 0.025, 0.22, 0.006), 'slate', [x, 0, -0.42]);
      m.add(box(0.1, 0.1, 0.9), 'greyPaint', [x, bottom - 0.135, -0.02]);
      m.add(box(0.06, 0.6, 0.06, 0.008), 'greyPaint', [x, bottom - 0.62, -0.38], [0.8, 0, 0]);
    }
  });
