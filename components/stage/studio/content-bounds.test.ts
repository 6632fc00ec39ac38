import { BoxGeometry, Group, Mesh } from 'three';
import { describe, expect, it } from 'vitest';
import { asHelper } from '../layers';
import { measureContent } from './content-bounds';

const cube = (x: number) => {
  const mesh = new Mesh(new BoxGeometry(1, 1, 1));
  mesh.position.x = x;
  return mesh;
};

describe('content bounds', () => {
  it('measure what is visible and leave helpers out', () => {
    const content = new Group();
    const hidden = cube(50);
    hidden.visible = false;
    content.add(cube(0), cube(3), hidden, asHelper(cube(-20)));
    const { box, corners } = measureContent(content);
    expect(box.min.x).toBe(-0.5);
    expect(box.max.x).toBe(3.5);
    expect(corners).toHaveLength(16);
  });

  it('count a backdrop for the light but do not frame it', () => {
    const content = new Group();
    const wall = new Group();
    wall.userData.backdrop = true;
    wall.add(cube(9));
    content.add(cube(0), wall);
    const { box, corners } = measureContent(content);
    expect(box.max.x).toBe(9.5);
    expect(corners).toHaveLength(8);
  });

  it('follow where a parent stands', () => {
    const content = new Group();
    const placed = new Group();
    placed.position.y = 4;
    placed.add(cube(0));
    content.add(placed);
    expect(measureContent(content).box.max.y).toBe(4.5);
  });

  it('are empty for an empty stage', () => {
    expect(measureContent(new Group()).box.isEmpty()).toBe(true);
  });
});
