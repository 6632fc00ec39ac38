import { expect, it, vi } from 'vitest';
import { addFrame, endRound } from './frame-round';

const reader = () => ({ takeFrame: vi.fn((_bytes: Buffer) => {}), inRound: 0 });
const got = (each: ReturnType<typeof reader>) => each.takeFrame.mock.calls.map(([bytes]) => bytes.toString());

it('readers of the same frames share one buffer, in order; each gets its own frames only', () => {
  const [first, twin, other, none] = [reader(), reader(), reader(), reader()];
  addFrame(Buffer.from('a'), [first, twin]);
  addFrame(Buffer.from('b'), [other, first, twin]);
  addFrame(Buffer.from('c'), [first, twin]);
  expect(got(first)).toEqual([]);
  endRound();
  expect([got(first), got(twin), got(other), got(none)]).toEqual([['abc'], ['abc'], ['b'], []]);
  expect(first.takeFrame.mock.calls[0]?.[0]).toBe(twin.takeFrame.mock.calls[0]?.[0]);
  endRound();
  expect(got(first)).toEqual(['abc']);
});

it('any number of frames', () => {
  const [all, last] = [reader(), reader()];
  const names = Array.from({ length: 100 }, (_, i) => `${i},`);
  for (const name of names) addFrame(Buffer.from(name), name === '99,' ? [all, last] : [all]);
  endRound();
  expect(got(all).join('')).toBe(names.join(''));
  expect(got(last)).toEqual(['99,']);
});
