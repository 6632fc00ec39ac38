import { Curve, QuadraticBezierCurve3, Vector3 } from 'three';
import type { Vec3 } from './vec3';

/** Where a straight run of a route meets an elbow, and which way the straight run leads from there. */
interface Joint {
  readonly point: Vector3;
  readonly direction: Vector3;
}

interface Sample {
  readonly point: Vector3;
  readonly tangent: Vector3;
}

/**
 * A way through corner points in which each corner is an elbow. It is sampled only where it bends, so a long straight
 * pipe costs one segment.
 */
export class Route extends Curve<Vector3> {
  readonly joints: Joint[] = [];
  private readonly samples: Sample[] = [];

  constructor(corners: readonly Vec3[], bend: number) {
    super();
    const points = corners.map((corner) => new Vector3(...corner));
    points.forEach((corner, i) => {
      const before = points[i - 1];
      const after = points[i + 1];
      if (before && after) this.elbow(before, corner, after, bend);
      else this.end(corner, after ? after.clone().sub(corner) : corner.clone().sub(before ?? new Vector3()));
    });
  }

  get segments(): number {
    return this.samples.length - 1;
  }

  private end(point: Vector3, direction: Vector3): void {
    this.samples.push({ point, tangent: direction.normalize() });
  }

  private elbow(before: Vector3, corner: Vector3, after: Vector3, bend: number): void {
    const back = before.clone().sub(corner);
    const on = after.clone().sub(corner);
    const cut = Math.min(bend, back.length() / 2.01, on.length() / 2.01);
    const start = corner.clone().add(back.setLength(cut));
    const stop = corner.clone().add(on.setLength(cut));
    this.joints.push({ point: start, direction: back.clone().normalize() });
    this.joints.push({ point: stop, direction: on.clone().normalize() });
    const curve = new QuadraticBezierCurve3(start, corner, stop);
    const steps = bend > 0.05 ? 8 : 4;
    for (let step = 0; step <= steps; step++) {
      this.samples.push({ point: curve.getPoint(step / steps), tangent: curve.getTangent(step / steps) });
    }
  }

  private sample(u: number): Sample {
    const sample = this.samples[Math.round(u * this.segments)];
    if (!sample) throw new RangeError(`A route has no point at ${u}.`);
    return sample;
  }

  override getPoint(u: number): Vector3 {
    return this.sample(u).point.clone();
  }
  override getPointAt(u: number): Vector3 {
    return this.getPoint(u);
  }
  override getTangent(u: number): Vector3 {
    return this.sample(u).tangent.clone();
  }
  override getTangentAt(u: number): Vector3 {
    return this.getTangent(u);
  }
  override getLength(): number {
    return this.samples.reduce(
      (sum, { point }, i) => sum + point.distanceTo(this.samples[i - 1]?.point ?? point),
      0,
    );
  }
}
