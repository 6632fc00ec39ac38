import { BufferGeometry, Float32BufferAttribute } from 'three';

/** A level of a loft: a rectangle w × d with corner radius r at height y. */
interface Section {
  readonly y: number;
  readonly w: number;
  readonly d: number;
  readonly r: number;
}

interface RimPoint {
  readonly x: number;
  readonly z: number;
  readonly outX: number;
  readonly outZ: number;
  /** Way along the rim, in metres. */
  readonly along: number;
}

const CORNER_STEPS = 6;

/** Rounded rectangles stacked along y and joined: bins, hoppers, columns, duct transitions. Each band is shaded flat. */
export function loft(sections: readonly Section[]): BufferGeometry {
  const mesh = new Triangles();
  const first = sections[0];
  const last = sections[sections.length - 1];
  if (!first || !last || first === last) throw new Error('A loft needs two sections or more.');
  sections.slice(1).forEach((upper, i) => {
    band(mesh, sections[i] ?? first, upper);
  });
  cap(mesh, first, -1);
  cap(mesh, last, 1);
  return mesh.geometry();
}

function rim({ w, d, r }: Section): RimPoint[] {
  const points: RimPoint[] = [];
  for (const [quarter, [sx, sz]] of CORNERS.entries()) {
    for (let step = 0; step <= CORNER_STEPS; step++) {
      const angle = ((quarter + step / CORNER_STEPS) * Math.PI) / 2;
      const [outX, outZ] = [Math.cos(angle), Math.sin(angle)];
      const x = sx * (w / 2 - r) + r * outX;
      const z = sz * (d / 2 - r) + r * outZ;
      const before = points[points.length - 1];
      const along = before ? before.along + Math.hypot(x - before.x, z - before.z) : 0;
      points.push({ x, z, outX, outZ, along });
    }
  }
  const [start] = points;
  if (start) points.push({ ...start, along: 2 * (w + d) });
  return points;
}

const CORNERS = [
  [1, 1],
  [-1, 1],
  [-1, -1],
  [1, -1],
] as const;

function band(mesh: Triangles, lower: Section, upper: Section): void {
  const rise = Math.max(upper.y - lower.y, 1e-4);
  const slopeX = (lower.w - upper.w) / 2 / rise;
  const slopeZ = (lower.d - upper.d) / 2 / rise;
  const below = rim(lower);
  const above = rim(upper);
  const corner = (point: RimPoint, y: number) => {
    const up = point.outX ** 2 * slopeX + point.outZ ** 2 * slopeZ;
    mesh.push(point.x, y, point.z, point.outX, up, point.outZ, point.along, y);
  };
  for (let i = 0; i + 1 < below.length; i++) {
    const [a, b, c, d] = [below[i], above[i], above[i + 1], below[i + 1]];
    if (!a || !b || !c || !d) continue;
    corner(a, lower.y);
    corner(b, upper.y);
    corner(c, upper.y);
    corner(a, lower.y);
    corner(c, upper.y);
    corner(d, lower.y);
  }
}

function cap(mesh: Triangles, section: Section, up: 1 | -1): void {
  const points = rim(section);
  const corner = (x: number, z: number) => mesh.push(x, section.y, z, 0, up, 0, x, z);
  for (let i = 0; i + 1 < points.length; i++) {
    const [here, next] = up > 0 ? [points[i + 1], points[i]] : [points[i], points[i + 1]];
    if (!here || !next) continue;
    corner(here.x, here.z);
    corner(next.x, next.z);
    corner(0, 0);
  }
}

class Triangles {
  private readonly position: number[] = [];
  private readonly normal: number[] = [];
  private readonly uv: number[] = [];

  push(x: number, y: number, z: number, nx: number, ny: number, nz: number, u: number, v: number): void {
    const length = Math.hypot(nx, ny, nz);
    this.position.push(x, y, z);
    this.normal.push(nx / length, ny / length, nz / length);
    this.uv.push(u, v);
  }

  geometry(): BufferGeometry {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new Float32BufferAttribute(this.position, 3));
    geometry.setAttribute('normal', new Float32BufferAttribute(this.normal, 3));
    geometry.setAttribute('uv', new Float32BufferAttribute(this.uv, 2));
    return geometry;
  }
}
