import { Euler, Quaternion, Vector3 } from 'three';
import type { Drawing } from '../kit/drawing';
import { Route } from '../kit/route';
import { tubeAlong } from '../kit/tube';
import { ring } from '../kit/turned';
import { triples } from '../kit/vec3';
import type { MaterialName } from '../materials';

interface PipeOptions {
  readonly material?: MaterialName;
  readonly bend?: number;
  readonly sides?: number;
}

const UP = new Vector3(0, 1, 0);

/** A pipe through corners (flat x, y, z), with a hygienic clamp at both sides of every elbow. */
export function pipe(
  m: Drawing,
  corners: readonly number[],
  radius: number,
  options: PipeOptions = {},
): void {
  const { material = 'steel', bend = radius * 3.2, sides = 12 } = options;
  const route = new Route(triples(corners), bend);
  m.add(tubeAlong(route, radius, sides), material);
  const clamp = ring(radius * 0.9, radius * 1.5, radius * 0.55, 0.003, 16);
  for (const { point, direction } of route.joints) {
    const turn = new Euler().setFromQuaternion(new Quaternion().setFromUnitVectors(UP, direction));
    m.add(clamp, material, [point.x, point.y, point.z], [turn.x, turn.y, turn.z]);
  }
}
