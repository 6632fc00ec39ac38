import type { Path } from 'three';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}

/** Draws a rectangle with round corners, centred on (x, y), into a path or a shape. */
export function roundedRectangle<P extends Path>(path: P, rectangle: Rectangle): P {
  const { width, height } = rectangle;
  const radius = Math.min(rectangle.radius, width / 2, height / 2);
  const left = rectangle.x - width / 2;
  const bottom = rectangle.y - height / 2;
  const right = left + width;
  const top = bottom + height;
  path.moveTo(left + radius, bottom);
  path.lineTo(right - radius, bottom);
  path.absarc(right - radius, bottom + radius, radius, -Math.PI / 2, 0, false);
  path.lineTo(right, top - radius);
  path.absarc(right - radius, top - radius, radius, 0, Math.PI / 2, false);
  path.lineTo(left + radius, top);
  path.absarc(left + radius, top - radius, radius, Math.PI / 2, Math.PI, false);
  path.lineTo(left, bottom + radius);
  path.absarc(left + radius, bottom + radius, radius, Math.PI, Math.PI * 1.5, false);
  return path;
}
