import { describe, expect, it } from 'vitest';
import { leaderPath } from './leader-path';

const CARD = { x: 100, y: 100, width: 160, height: 80 };

describe('leader lines', () => {
  it('leave a card that hangs above its anchor from below, with a stub', () => {
    expect(leaderPath({ ...CARD, anchorX: 180, anchorY: 300 })).toBe('M180 180L180 198L180 300');
  });

  it('leave a card below its anchor from above', () => {
    expect(leaderPath({ ...CARD, anchorX: 180, anchorY: 20 })).toBe('M180 100L180 82L180 20');
  });

  it('keep off the corners when the anchor is to the side', () => {
    expect(leaderPath({ ...CARD, anchorX: 600, anchorY: 300 })).toBe('M246 180L246 198L600 300');
  });

  it('leave the side of a card that is level with its anchor', () => {
    expect(leaderPath({ ...CARD, anchorX: 400, anchorY: 140 })).toBe('M260 140L400 140');
    expect(leaderPath({ ...CARD, anchorX: 20, anchorY: 140 })).toBe('M100 140L20 140');
  });

  it('vanish under a card that lies on its anchor', () => {
    expect(leaderPath({ ...CARD, anchorX: 150, anchorY: 150 })).toBe('');
  });

  it('shorten the stub when the anchor is close', () => {
    expect(leaderPath({ ...CARD, anchorX: 180, anchorY: 190 })).toBe('M180 180L180 185L180 190');
  });
});
