import type { Drawing } from '../kit/drawing';
import { rod } from '../kit/turned';
import { add, ORIGIN, type Vec3 } from '../kit/vec3';

interface BoltOptions {
  readonly count?: number;
  readonly size?: number;
}

/** A circle of hexagon bolts around the y axis through `centre`, standing half out of a flange at its height. */
export function bolts(m: Drawing, radius: number, centre: Vec3 = ORIGIN, options: BoltOptions = {}): void {
  const { count = 16, size = 0.013 } = options;
  const bolt = rod(size, size * 2.3, 6).translate(0, size * -1.15, 0);
  for (let i = 0; i < count; i++) {
    const angle = (i / count) * 2 * Math.PI;
    m.add(bolt, 'steel', add(centre, [radius * Math.cos(angle), 0, radius * Math.sin(angle)]));
  }
}
