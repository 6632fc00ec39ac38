import type { Drawing } from '../kit/drawing';
import { hose } from '../kit/tube';
import { rod } from '../kit/turned';
import type { Vec3 } from '../kit/vec3';

interface LadderOptions {
  /** Middle of its foot; the climber stands on the +z side. */
  readonly foot: Vec3;
  readonly height: number;
  /** Height from which a safety cage surrounds the climber. */
  readonly cageFrom: number;
}

const WIDTH = 0.42;
const RUNG_PITCH = 0.28;
const HOOP_PITCH = 0.42;

/** An upright ladder with a safety cage. */
export function ladder(m: Drawing, { foot, height, cageFrom }: LadderOptions): void {
  m.at(foot, [0, 0, 0], () => {
    for (const x of [-WIDTH / 2, WIDTH / 2]) m.add(rod(0.02, height, 10), 'greyPaint', [x, 0, 0]);
    const rung = rod(0.012, WIDTH, 8).translate(0, -WIDTH / 2, 0);
    for (let y = 0.3; y < height - 0.3; y += RUNG_PITCH)
      m.add(rung, 'greyPaint', [0, y, 0], [0, 0, Math.PI / 2]);
    for (let y = 0.5; y < height - 0.9; y += 1) {
      for (const x of [-WIDTH / 2, WIDTH / 2])
        m.add(rod(0.012, 0.16, 8), 'greyPaint', [x, y, 0], [-Math.PI / 2, 0, 0]);
    }
    cage(m, height, cageFrom);
  });
}

function cage(m: Drawing, height: number, from: number): void {
  const hoop = (y: number) =>
    Array.from({ length: 13 }, (_, i) => {
      const angle = Math.PI - (i / 12) * Math.PI;
      return [Math.cos(angle) * 0.33, y, Math.sin(angle) * 0.62];
    });
  for (let y = from; y <= height; y += HOOP_PITCH) m.add(hose(hoop(y).flat(), 0.011, 18, 6), 'greyPaint');
  const last = from + Math.floor((height - from) / HOOP_PITCH) * HOOP_PITCH;
  for (const [x = 0, , z = 0] of [3, 5, 7, 9].map((i) => hoop(0)[i] ?? [])) {
    m.add(rod(0.01, last - from, 6), 'greyPaint', [x, from, z]);
  }
}
