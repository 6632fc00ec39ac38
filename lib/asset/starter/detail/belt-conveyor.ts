import { box } from '../kit/box';
import type { Drawing } from '../kit/drawing';
import { tube } from '../kit/tube';
import { cylinder } from '../kit/turned';

interface BeltRun {
  readonly from: number;
  readonly to: number;
  /** Height of the carrying side. */
  readonly top: number;
  readonly z: number;
  readonly width: number;
}

/** The belt of a conveyor along x. */
export function belt(m: Drawing, { from, to, top, z, width }: BeltRun): void {
  m.add(box(to - from, 0.07, width, 0.03, 3), 'polymer', [(from + to) / 2, top - 0.07, z]);
}

/** Side beams, guide rails and legs of a conveyor along x. */
export function beltFrame(m: Drawing, { from, to, top, z, width }: BeltRun): void {
  const length = to - from;
  const legs = Math.max(2, Math.round(length / 1.1) + 1);
  const beam = box(length - 0.06, 0.11, 0.03, 0.008);
  const leg = box(0.045, top - 0.1, 0.045, 0.006);
  const foot = cylinder(0.035, 0.03, 0.005, 14);
  const bracket = box(0.012, 0.16, 0.012, 0);
  for (const side of [-1, 1]) {
    const edge = z + (side * width) / 2;
    m.add(beam, 'steel', [(from + to) / 2, top - 0.1, edge + side * 0.02]);
    m.add(tube([from, top + 0.07, edge, to, top + 0.07, edge], 0.009, 0, 8), 'polished');
    for (let i = 0; i < legs; i++) {
      const x = from + 0.12 + (i * (length - 0.24)) / (legs - 1);
      m.add(leg, 'steel', [x, 0.03, edge + side * 0.01]);
      m.add(foot, 'polymer', [x, 0, edge + side * 0.01]);
      m.add(bracket, 'steel', [x, top - 0.06, edge + side * 0.03]);
    }
  }
}
