import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOf } from './group-rows';
import type { DatasourceMemory } from './memory';
import type { Batch } from './write-lane';

/** A batch of one message with one row, as far as the order of rows is concerned. */
const batch = (datasource: number, timeUs: number, shape: number, value: number): Batch => ({
  memory: { number: datasource } as DatasourceMemory,
  arrivedUs: 0,
  rowCount: 1,
  bytes: 0,
  messages: [
    {
      timeUs,
      hasOwnTime: true,
      metrics: [],
      values: [],
      shape,
      numbers: [value],
      others: null,
      moreRows: undefined,
    },
  ],
});

describe('the rows of a group', () => {
  it('are in the order of the primary key, each place once, the last of repeated ones [M2]', () => {
    const place = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3));
    fc.assert(
      fc.property(fc.array(place), (places) => {
        const rows = rowsOf(places.map(([datasource, time, shape], i) => batch(datasource, time, shape, i)));
        const expected = new Map(places.map((one, i) => [one.join(), i]));
        const key = (row: (typeof rows)[number]) => [row.datasource, row.timeUs, row.shape];
        expect(rows.map((row) => [key(row).join(), row.numbers[0]])).toEqual(
          [...expected].sort(([a], [b]) => a.localeCompare(b)),
        );
      }),
    );
  });
});
