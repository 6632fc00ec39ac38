import { describe, expect, it } from 'vitest';
import { rangeFor } from './history-ranges';
import { rowsWithGaps, summarise } from './prepare-history';

const point = (time: number, value: number, count = 1) => ({
  time,
  min: value - 1,
  max: value + 1,
  mean: value,
  last: value,
  count,
});

describe('a stretch of history', () => {
  it('is summed up by readings, not by buckets', () => {
    const summary = summarise([point(0, 10, 9), point(1, 20, 1)]);
    expect(summary).toEqual({ lowest: 9, highest: 21, mean: 11, latest: 20 });
    expect(summarise([])).toBeUndefined();
  });

  it('breaks the line where nothing came for long', () => {
    const rows = rowsWithGaps([0, 10, 20, 90, 100].map((time) => point(time, 5)));
    expect(rows.map(({ mean }) => mean)).toEqual([5, 5, 5, null, 5, 5]);
    expect(rows.some(({ isLone }) => isLone)).toBe(false);
    expect(rowsWithGaps([])).toEqual([]);
  });

  it('marks a reading that stands alone, which no line would show', () => {
    const rows = rowsWithGaps([0, 10, 20, 30, 200].map((time) => point(time, 5)));
    expect(rows.filter(({ isLone }) => isLone).map(({ at }) => at)).toEqual([200]);
    expect(rowsWithGaps([point(7, 5)])[0]?.isLone).toBe(true);
  });
});

describe('the range of a Large View', () => {
  it('holds what the card shows', () => {
    expect([60, 3600, 3601, 90_000, 99_999_999].map(rangeFor)).toEqual([
      'minutes15',
      'hour',
      'hours6',
      'week',
      'month',
    ]);
  });
});
