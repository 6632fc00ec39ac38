import { SphereGeometry } from 'three';
import type { Drawing } from '../kit/drawing';
import { lathe, type ProfilePoint } from '../kit/lathe';
import { loft } from '../kit/loft';
import { type Part, part } from '../kit/part';
import { hose } from '../kit/tube';
import { cylinder } from '../kit/turned';
import { pairs, type Vec3 } from '../kit/vec3';

/** A turned shape without edges. */
const soft = (flat: readonly number[]): ProfilePoint[] =>
  pairs(flat).map(([radius, y]) => ({ radius, y, smooth: true }));

/** Shoes and trousers. */
export const legs = (): Part =>
  part('Legs', [0, 0, 0], (m) => {
    const shoe = loft([
      { y: 0, w: 0.1, d: 0.27, r: 0.045 },
      { y: 0.05, w: 0.1, d: 0.25, r: 0.045 },
      { y: 0.09, w: 0.085, d: 0.13, r: 0.04 },
    ]);
    const trouser = lathe(soft([0, 0, 0.06, 0.01, 0.07, 0.3, 0.085, 0.5, 0.095, 0.8, 0, 0.82]), 0, 18);
    for (const side of [-1, 1]) {
      m.add(shoe, 'slate', [side * 0.1, 0, 0.05]);
      m.add(trouser, 'darkCloth', [side * 0.095, 0.06, side * 0.02]);
    }
  });

/** A clean-room coat; the hands say where its sleeves lead. */
export function coat(hands: { readonly left: Vec3; readonly right: Vec3 }): Part {
  return part('Coat', [0, 0.5, 0], (m) => {
    const torso = [
      0.2, 0.5, 0.205, 0.52, 0.195, 0.8, 0.175, 1, 0.195, 1.2, 0.22, 1.36, 0.2, 1.44, 0.1, 1.5, 0.06, 1.52, 0,
      1.53,
    ];
    m.add(lathe(soft(torso), 0, 32).scale(1, 1, 0.66), 'cloth');
    sleeve(m, 1, hands.left);
    sleeve(m, -1, hands.right);
  });
}

function sleeve(m: Drawing, side: 1 | -1, hand: Vec3): void {
  const arm = [side * 0.19, 1.42, 0, side * 0.26, 1.3, -0.01, side * 0.28, 1.12, 0.02, ...hand];
  m.add(hose(arm, 0.05, 20, 12), 'cloth');
  m.add(new SphereGeometry(0.05, 14, 10), 'skin', hand);
}

/** Head with a hood. */
export const head = (): Part =>
  part('Head', [0, 1.48, 0], (m) => {
    m.add(cylinder(0.052, 0.12, 0.004, 16), 'skin', [0, 1.48, 0.005]);
    m.add(new SphereGeometry(0.108, 24, 18).scale(0.86, 1.12, 1), 'skin', [0, 1.64, 0.02]);
    const hood = new SphereGeometry(0.116, 24, 12, 0, 2 * Math.PI, 0, 1.75).scale(0.9, 1.12, 1.04);
    m.add(hood, 'cloth', [0, 1.655, 0.005], [-0.38, 0, 0]);
  });
