import fc from 'fast-check';
import { PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { directionFrom, FIELD_OF_VIEW, fitView } from './fit-view';
import { centreOf, framingArea, freeArea, viewOffset } from './free-area';

const VIEWPORT = { width: 1440, height: 900 };
const INSETS = { top: 64, right: 326, bottom: 100, left: 220 };

/** Pixels where a camera that stands as `fit` says, with the stage's view offset, draws the points. */
function draw(points: Vector3[], direction: Vector3, withCards: boolean) {
  const free = freeArea(VIEWPORT, INSETS);
  const area = framingArea(free, withCards);
  const fit = fitView(points, direction, FIELD_OF_VIEW, VIEWPORT, centreOf(free), area);
  const camera = new PerspectiveCamera(FIELD_OF_VIEW, VIEWPORT.width / VIEWPORT.height, 0.01, 1000);
  const offset = viewOffset(VIEWPORT, free);
  camera.setViewOffset(VIEWPORT.width, VIEWPORT.height, offset.x, offset.y, VIEWPORT.width, VIEWPORT.height);
  camera.position.copy(fit.position);
  camera.lookAt(fit.target);
  camera.updateMatrixWorld();
  const drawn = points.map((point) => {
    const at = point.clone().project(camera);
    return { x: ((at.x + 1) / 2) * VIEWPORT.width, y: ((1 - at.y) / 2) * VIEWPORT.height };
  });
  return { area, drawn, xs: drawn.map((at) => at.x), ys: drawn.map((at) => at.y) };
}

const metre = fc.double({ min: -20, max: 20, noNaN: true });
const point = fc.tuple(metre, metre, metre).map(([x, y, z]) => new Vector3(x, y, z));

describe('framing', () => {
  it('keeps every point inside and touches an edge: as close as it can be', () => {
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 2, maxLength: 12 }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 1.4, noNaN: true }),
        fc.boolean(),
        (points, azimuth, elevation, withCards) => {
          fc.pre(points.some((one) => one.distanceTo(points[0] ?? one) > 0.5));
          const { area, xs, ys } = draw(points, directionFrom(azimuth, elevation), withCards);
          expect(Math.min(...xs)).toBeGreaterThan(area.left - 0.5);
          expect(Math.max(...xs)).toBeLessThan(area.right + 0.5);
          expect(Math.min(...ys)).toBeGreaterThan(area.top - 0.5);
          expect(Math.max(...ys)).toBeLessThan(area.bottom + 0.5);
        },
      ),
    );
  });

  it('fills the area in one direction', () => {
    const box = [new Vector3(-3, 0, -2), new Vector3(3, 0, 2), new Vector3(-3, 2, 2), new Vector3(3, 2, -2)];
    const { area, xs, ys } = draw(box, directionFrom(0.5, 0.4), true);
    const fillsX = Math.max(...xs) - Math.min(...xs) > area.right - area.left - 1;
    const fillsY = Math.max(...ys) - Math.min(...ys) > area.bottom - area.top - 1;
    expect(fillsX || fillsY).toBe(true);
  });

  it('looks straight down without losing its bearings', () => {
    const { area, xs, ys } = draw(
      [new Vector3(-2, 0, -1), new Vector3(2, 1, 1)],
      new Vector3(0, 1, 0.0001),
      false,
    );
    expect(Math.min(...xs)).toBeGreaterThan(area.left - 1);
    expect(Math.max(...ys)).toBeLessThan(area.bottom + 1);
  });

  it('has an answer for an empty stage', () => {
    const free = freeArea(VIEWPORT, INSETS);
    const fit = fitView([], directionFrom(0, 0), FIELD_OF_VIEW, VIEWPORT, centreOf(free), free);
    expect(fit.position.z).toBeGreaterThan(0);
  });
});
