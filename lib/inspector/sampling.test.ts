import { expect, it } from 'vitest';
import { noteWatched, wantsSample } from './sampling';

const NOW = Date.UTC(2026, 0, 1);
const taken = (id: string, from: number, requests: number, everyMs: number) =>
  Array.from({ length: requests }, (_, i) => wantsSample(id, from + i * everyMs)).filter(Boolean).length;

it('takes one accepted request a second', () => {
  expect(taken('quiet', NOW, 5_000, 1)).toBe(5);
});

it('takes ten a second while somebody looks, and for five seconds after', () => {
  wantsSample('watched', NOW + 10_000);
  noteWatched('watched', NOW + 10_001);
  expect(taken('watched', NOW + 10_001, 4_000, 1)).toBe(40);
  expect(taken('watched', NOW + 20_000, 3_000, 1)).toBe(3);
});

it('takes no more than the database should bear, but for those that are watched', () => {
  const at = NOW + 60_000;
  const all = Array.from({ length: 500 }, (_, i) => wantsSample(`many ${i}`, at)).filter(Boolean).length;
  expect(all).toBe(100);
  noteWatched('one of many', at);
  expect(wantsSample('one of many', at)).toBe(true);
});

it('goes on when the clock is set back', () => {
  const at = NOW + 120_000;
  expect(wantsSample('clock', at)).toBe(true);
  expect(wantsSample('clock', at - 3_600_000)).toBe(true);
});
