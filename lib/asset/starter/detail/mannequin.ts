import { SphereGeometry } from 'three';
import type { Drawing } from '../kit/drawing';
import { lathe, type ProfilePoint } from '../kit/lathe';
import { loft } from '../kit/loft';
import { type Part, part } from '../kit/part';
import { plate } from '../kit/plate';
import { hose, taperedHose } from '../kit/tube';
import { pairs, type Vec3 } from '../kit/vec3';

/** Half the depth of a body over half its width. */
const DEPTH = 0.64;

/** A turned shape without edges. */
const soft = (flat: readonly number[]): ProfilePoint[] =>
  pairs(flat).map(([radius, y]) => ({ radius, y, smooth: true }));

/** Shoes and trousers; only what the coat leaves to see. */
export const legs = (): Part =>
  part('Legs', [0, 0, 0], (m) => {
    const shoe = loft([
      { y: 0, w: 0.096, d: 0.27, r: 0.046 },
      { y: 0.018, w: 0.1, d: 0.275, r: 0.048 },
      { y: 0.05, w: 0.094, d: 0.24, r: 0.045 },
      { y: 0.085, w: 0.08, d: 0.13, r: 0.039 },
    ]);
    for (const side of [-1, 1]) {
      m.add(shoe, 'polymer', [side * 0.1, 0, 0.05 + side * 0.02], [0, side * 0.14, 0]);
      const z = side * 0.02;
      const trouser = [
        side * 0.1,
        0.05,
        z,
        side * 0.1,
        0.25,
        z + 0.01,
        side * 0.095,
        0.48,
        z + 0.02,
        side * 0.09,
        0.66,
        0,
      ];
      m.add(taperedHose(trouser, [0.056, 0.062, 0.07, 0.074], 16, 16), 'darkCloth');
    }
  });

/** A clean-room coat; the hands say where its sleeves lead. */
export function coat(hands: { readonly left: Vec3; readonly right: Vec3 }): Part {
  return part('Coat', [0, 0.5, 0], (m) => {
    const torso = [
      0, 0.49, 0.19, 0.49, 0.212, 0.5, 0.21, 0.54, 0.2, 0.7, 0.188, 0.86, 0.174, 1.02, 0.178, 1.14, 0.194,
      1.26, 0.202, 1.34, 0.192, 1.41, 0.15, 1.46, 0.09, 1.495, 0.068, 1.51, 0.066, 1.55, 0.05, 1.555,
    ];
    m.add(lathe(soft(torso), 0, 36).scale(1, 1, DEPTH), 'cloth');
    const front = [
      0.012, 0.5, 0.135, 0.012, 0.7, 0.1275, 0.012, 0.86, 0.1195, 0.012, 1.02, 0.111, 0.012, 1.14, 0.1135,
      0.012, 1.26, 0.1235, 0.012, 1.34, 0.1285, 0.012, 1.42, 0.117,
    ];
    m.add(hose(front, 0.0035, 30, 6), 'cloth');
    for (const [x, turn] of [
      [-0.1, -0.37],
      [0.1, 0.37],
    ] as const) {
      m.add(
        plate(0.11, 0.13, 0.005, { corner: 0.012, bevel: 0.002 }),
        'cloth',
        [x, 0.78, 0.1045],
        [-0.03, turn, 0],
      );
    }
    sleeve(m, 1, hands.left);
    sleeve(m, -1, hands.right);
  });
}

/** Shoulder, elbow and wrist; the elbow lies where an arm of human length must have it. */
function sleeve(m: Drawing, side: 1 | -1, hand: Vec3): void {
  const shoulder: Vec3 = [side * 0.165, 1.4, 0];
  const elbow: Vec3 = [side * 0.262, 1.13, -0.035];
  const way = [side * 0.1, 1.42, 0, ...shoulder, side * 0.232, 1.28, -0.015, ...elbow];
  const wrist = elbow.map((from, i) => from + ((hand[i] ?? 0) - from) * 0.86);
  const forearm = elbow.map((from, i) => from + ((hand[i] ?? 0) - from) * 0.5 + (i === 1 ? -0.012 : 0));
  m.add(
    taperedHose([...way, ...forearm, ...wrist], [0.02, 0.066, 0.06, 0.055, 0.05, 0.046], 26, 14),
    'cloth',
  );
  m.add(new SphereGeometry(0.042, 14, 10).scale(0.86, 0.9, 1.2), 'lamp', hand);
}

/** A hooded head with a mask, as clean rooms ask for: what is left of the face is a strip. */
export const head = (): Part =>
  part('Head', [0, 1.5, 0], (m) => {
    const hood = soft([
      0.112, 1.475, 0.096, 1.5, 0.075, 1.54, 0.08, 1.57, 0.092, 1.61, 0.099, 1.66, 0.096, 1.71, 0.078, 1.755,
      0.045, 1.778, 0, 1.785,
    ]);
    m.add(lathe(hood, 0, 32).scale(0.93, 1, 1.12), 'cloth');
    m.add(new SphereGeometry(0.08, 22, 16).scale(0.86, 1.06, 0.72), 'skin', [0, 1.652, 0.063]);
    m.add(new SphereGeometry(0.074, 22, 14).scale(0.9, 0.82, 0.84), 'lamp', [0, 1.612, 0.071]);
  });
