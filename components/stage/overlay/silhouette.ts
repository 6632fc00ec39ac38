import { type PerspectiveCamera, Vector3 } from 'three';

const COLUMNS = 48;
const point = new Vector3();

/**
 * Upper and lower edge of the content on the screen, column by column: cards go just outside of it, so that they
 * cover sky and floor rather than machines.
 */
export class Silhouette {
  private readonly tops = new Float64Array(COLUMNS);
  private readonly bottoms = new Float64Array(COLUMNS);
  private width = 1;

  /** `corners` come in groups of eight, one group per mesh. */
  measure(corners: readonly Vector3[], camera: PerspectiveCamera, width: number, height: number): void {
    this.width = width;
    this.tops.fill(Number.POSITIVE_INFINITY);
    this.bottoms.fill(Number.NEGATIVE_INFINITY);
    for (let first = 0; first + 7 < corners.length; first += 8) {
      let left = Number.POSITIVE_INFINITY;
      let right = Number.NEGATIVE_INFINITY;
      let top = Number.POSITIVE_INFINITY;
      let bottom = Number.NEGATIVE_INFINITY;
      let behind = false;
      for (let corner = first; corner < first + 8; corner++) {
        const world = corners[corner];
        if (!world) continue;
        point.copy(world).project(camera);
        behind ||= point.z > 1;
        const x = ((point.x + 1) / 2) * width;
        const y = ((1 - point.y) / 2) * height;
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
      }
      if (!behind) this.cover(left, right, top, bottom);
    }
  }

  /** The highest content between two x; +∞ where there is none. */
  topBetween(left: number, right: number): number {
    let top = Number.POSITIVE_INFINITY;
    for (let column = this.column(left); column <= this.column(right); column++) {
      top = Math.min(top, this.tops[column] ?? top);
    }
    return top;
  }

  /** The lowest content between two x; −∞ where there is none. */
  bottomBetween(left: number, right: number): number {
    let bottom = Number.NEGATIVE_INFINITY;
    for (let column = this.column(left); column <= this.column(right); column++) {
      bottom = Math.max(bottom, this.bottoms[column] ?? bottom);
    }
    return bottom;
  }

  private column(x: number): number {
    return Math.min(COLUMNS - 1, Math.max(0, Math.floor((x / this.width) * COLUMNS)));
  }

  private cover(left: number, right: number, top: number, bottom: number): void {
    if (right < 0 || left > this.width) return;
    for (let column = this.column(left); column <= this.column(right); column++) {
      this.tops[column] = Math.min(this.tops[column] ?? top, top);
      this.bottoms[column] = Math.max(this.bottoms[column] ?? bottom, bottom);
    }
  }
}
