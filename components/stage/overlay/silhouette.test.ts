import { Box3, PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { boxCorners } from '../camera/box-corners';
import { chooseSide, leaderLength } from './prefer-offset';
import { Silhouette } from './silhouette';

function camera(): PerspectiveCamera {
  const made = new PerspectiveCamera(24, 2, 0.1, 100);
  made.position.set(0, 1, 20);
  made.lookAt(0, 1, 0);
  made.updateMatrixWorld();
  return made;
}

const tower = boxCorners(new Box3(new Vector3(-0.5, 0, -0.5), new Vector3(0.5, 3, 0.5)));
const shed = boxCorners(new Box3(new Vector3(2, 0, -0.5), new Vector3(4, 1, 0.5)));

describe('silhouette', () => {
  const silhouette = new Silhouette();
  silhouette.measure([...tower, ...shed], camera(), 1000, 500);

  it('knows the edges of what stands between two x', () => {
    expect(silhouette.topBetween(480, 520)).toBeLessThan(silhouette.topBetween(760, 800));
    expect(silhouette.topBetween(480, 800)).toBeCloseTo(silhouette.topBetween(480, 520), 0);
    expect(silhouette.bottomBetween(480, 520)).toBeGreaterThan(290);
  });

  it('says when there is nothing', () => {
    expect(silhouette.topBetween(0, 100)).toBe(Number.POSITIVE_INFINITY);
    expect(silhouette.bottomBetween(0, 100)).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('the side of a card', () => {
  const area = { left: 0, top: 0, right: 1000, bottom: 800 };

  it('is the one that covers less of the machine', () => {
    expect(chooseSide({ anchorY: 300, top: 260, bottom: 600, cardHeight: 80 }, area, 0)).toBe(-1);
    expect(chooseSide({ anchorY: 500, top: 260, bottom: 560, cardHeight: 80 }, area, 0)).toBe(1);
  });

  it('stays while the other side is only a little better', () => {
    const around = { anchorY: 410, top: 300, bottom: 510, cardHeight: 80 };
    expect(chooseSide(around, area, 0)).toBe(1);
    expect(chooseSide(around, area, -1)).toBe(-1);
  });

  it('is the one with room', () => {
    expect(chooseSide({ anchorY: 60, top: 50, bottom: 200, cardHeight: 80 }, area, 0)).toBe(1);
  });

  it('never takes a card far from its machine', () => {
    expect(leaderLength({ anchorY: 700, top: -400, bottom: 900, cardHeight: 80 }, -1, area)).toBeLessThan(
      450,
    );
  });
});
