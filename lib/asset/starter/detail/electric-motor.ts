import { box } from '../kit/box';
import type { Drawing } from '../kit/drawing';
import { lathe, outline } from '../kit/lathe';
import { cylinder, ring } from '../kit/turned';
import type { Vec3 } from '../kit/vec3';
import type { MaterialName } from '../materials';

interface ElectricMotorOptions {
  /** Middle of the face that is bolted to what the motor drives. */
  readonly at: Vec3;
  /** Turns the motor's axis, which else leads up, away from the driven machine. */
  readonly along: Vec3;
  readonly radius: number;
  readonly length: number;
  readonly material?: MaterialName;
  /** Which side of the motor the terminal box is on, seen along the axis. */
  readonly boxAngle?: number;
}

/** A finned, fan-cooled motor with its terminal box: the drive of pumps, belts and agitators. */
export function electricMotor(m: Drawing, options: ElectricMotorOptions): void {
  const { at, along, radius, length, material = 'greyPaint', boxAngle = 0 } = options;
  const cowl = length * 0.28;
  const body = length - cowl;
  m.at(at, along, () => {
    m.add(ring(radius * 0.3, radius * 1.12, radius * 0.16, 0.004, 32), material);
    m.add(cylinder(radius * 0.86, body, 0.006, 32), material);
    const fins = 26;
    const fin = box(0.006, body * 0.8, radius * 0.2, 0);
    for (let i = 0; i < fins; i++) {
      const angle = (i / fins) * 2 * Math.PI;
      const place: Vec3 = [Math.sin(angle) * radius * 0.9, body * 0.12, Math.cos(angle) * radius * 0.9];
      m.add(fin, material, place, [0, angle, 0]);
    }
    const shell = outline([0, 0, radius, 0, radius, cowl * 0.82, radius * 0.82, cowl, 0, cowl]);
    m.add(lathe(shell, 0.008, 32), material, [0, body, 0]);
    m.add(ring(radius * 0.2, radius * 0.62, 0.006, 0.002, 28), 'polymer', [0, length - 0.002, 0]);
    m.at([0, 0, 0], [0, boxAngle, 0], () => {
      m.add(box(radius * 0.95, radius * 1.05, radius * 0.5, 0.01), material, [0, body * 0.3, radius * 1.1]);
      m.add(box(radius * 1.0, radius * 1.1, radius * 0.14, 0.006), 'slate', [
        0,
        body * 0.3 - radius * 0.025,
        radius * 1.36,
      ]);
      m.add(
        cylinder(radius * 0.16, radius * 0.16, 0.003, 14),
        'polymer',
        [radius * 0.46, body * 0.3 + radius * 0.5, radius * 1.1],
        [0, 0, -Math.PI / 2],
      );
    });
  });
}
