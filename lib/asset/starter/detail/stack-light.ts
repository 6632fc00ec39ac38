import { type Part, part } from '../kit/part';
import { cylinder } from '../kit/turned';
import { add, type Vec3 } from '../kit/vec3';

/** A signal column. Its lamps are grey, and each is a part, so that a lamp has a colour only while it means something. */
export function stackLight(foot: Vec3): Part {
  const lamp = (name: string, height: number) =>
    part(name, add(foot, [0, height, 0]), (m) => {
      m.add(cylinder(0.032, 0.075, 0.004, 18), 'lamp', add(foot, [0, height, 0]));
    });
  return part(
    'Stack light',
    foot,
    (m) => {
      m.add(cylinder(0.014, 0.16, 0.002, 10), 'steel', foot);
      m.add(cylinder(0.034, 0.03, 0.004, 18), 'polymer', add(foot, [0, 0.16, 0]));
      m.add(cylinder(0.034, 0.022, 0.006, 18), 'polymer', add(foot, [0, 0.345, 0]));
    },
    { children: [lamp('Lower lamp', 0.19), lamp('Upper lamp', 0.27)] },
  );
}
