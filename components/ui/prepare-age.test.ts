import { expect, it } from 'vitest';
import { prepareAge } from './prepare-age';

it.each([
  [-5_000, 0, 'second'],
  [999, 0, 'second'],
  [59_999, 59, 'second'],
  [60_000, 1, 'minute'],
  [3_599_999, 59, 'minute'],
  [3_600_000, 1, 'hour'],
  [86_400_000, 1, 'day'],
  [40 * 86_400_000, 40, 'day'],
])('%d ms are %d %ss', (ms, value, unit) => {
  expect(prepareAge(ms)).toEqual({ value, unit });
});
