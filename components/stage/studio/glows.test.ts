import { Color, Group } from 'three';
import { afterEach, describe, expect, it } from 'vitest';
import { Glows } from './glows';
import { MAX_GLOWS, surfaceUniforms } from './surface-shader';

const glow = (intensity: number, x = 0) => {
  const source = new Group();
  source.position.x = x;
  return { source, reach: 3, color: new Color(1, 0, 0), intensity };
};
const lit = () => surfaceUniforms.uGlowAt.value.slice(0, surfaceUniforms.uGlowCount.value).map((at) => at.x);

describe('alarm light', () => {
  afterEach(() => new Glows().apply());

  it('shines where its part is, also after that moved', () => {
    const glows = new Glows();
    const moving = glow(1, 2);
    glows.add(moving);
    glows.apply();
    expect(lit()).toEqual([2]);
    moving.source.position.x = 5;
    glows.apply();
    expect(lit()).toEqual([5]);
  });

  it('goes out with its alarm', () => {
    const glows = new Glows();
    const remove = glows.add(glow(1));
    remove();
    glows.apply();
    expect(lit()).toEqual([]);
  });

  it('shows the strongest when there are many', () => {
    const glows = new Glows();
    for (let index = 0; index < MAX_GLOWS + 3; index++) glows.add(glow(index / 10, index));
    glows.apply();
    expect(lit().sort()).toEqual([3, 4, 5, 6]);
  });
});
