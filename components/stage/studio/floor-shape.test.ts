import { Box3, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { floorShape } from './floor-shape';

const box = (x: number, y: number, z: number) =>
  new Box3(new Vector3(-x / 2, 0, -z / 2), new Vector3(x / 2, y, z / 2));

describe('the floor', () => {
  it('is as in the look for a plant of 13 by 9 metres', () => {
    const shape = floorShape(box(13, 4, 9), 0);
    expect(shape.fadeFrom).toBeCloseTo(8, 0);
    expect(shape.fadeTo).toBeCloseTo(14.6, 0);
    expect(shape.squeezeX).toBeLessThan(1);
    expect(shape.squeezeZ).toBeGreaterThan(1);
    expect(shape.area.scale).toBe(1);
    expect(shape.occlusionHeight).toBe(0.85);
  });

  it('shrinks with what stands on it, down to a valve', () => {
    const shape = floorShape(box(0.3, 0.4, 0.2), 0);
    expect(shape.fadeTo).toBeLessThan(1);
    expect(shape.area.scale).toBeLessThan(0.15);
    expect(shape.area.width).toBeLessThan(1.2);
    expect(shape.occlusionHeight).toBeLessThan(0.2);
  });

  it('covers the content and its blur', () => {
    const shape = floorShape(box(20, 5, 6), 0);
    expect(shape.area.width).toBeGreaterThanOrEqual(26);
    expect(shape.area.depth).toBeGreaterThanOrEqual(12);
  });

  it('has a size for an empty stage', () => {
    const shape = floorShape(new Box3(), 0);
    expect(shape.area.width).toBeGreaterThan(1);
    expect(Number.isFinite(shape.fadeTo)).toBe(true);
  });
});
