import { describe, expect, it, vi } from 'vitest';
import { createHistoryTable, type LoadSeries } from './history-table';
import type { Series } from './protocol';

const OPTIONS = { windowMs: 60_000, points: 100 };
const NOW = 1_760_000_000_000;
const answer: Series = {
  metric: { id: 1, datasourceId: 'dsr_a', key: 't', kind: 'number', displayName: null, unit: null },
  from: NOW - 60_000,
  to: NOW,
  bucketMs: 0,
  buckets: [[NOW - 1_000, 19, 19, 19, 19, 1]],
  others: [],
  gaps: [],
  usualMs: null,
  hourlyUntil: null,
};
const nobody = () => {};

/** Answers wait until they are let go. */
function heldLoad() {
  const waiting: (() => void)[] = [];
  const load = vi.fn<LoadSeries>(
    () =>
      new Promise((resolve) => {
        waiting.push(() => resolve(answer));
      }),
  );
  const letGo = () => {
    for (const answered of waiting.splice(0)) answered();
  };
  return { load, letGo };
}

describe('history of a data key', () => {
  it('is loaded when one turns back to it, though it was left before its turn came', async () => {
    const { load, letGo } = heldLoad();
    const table = createHistoryTable(
      load,
      () => NOW,
      () => true,
    );
    for (const key of ['a', 'b', 'c', 'd']) table.subscribe('dsr_a', key, OPTIONS, nobody);
    table.subscribe('dsr_a', 't', OPTIONS, nobody)();
    letGo();
    await vi.waitFor(() => expect(table.history('dsr_a', 'd', OPTIONS).status).toBe('ready'));
    table.subscribe('dsr_a', 't', OPTIONS, nobody);
    letGo();
    await vi.waitFor(() => expect(table.history('dsr_a', 't', OPTIONS).status).toBe('ready'));
  });

  it('has no gap when one turns back to it after the stream was away', async () => {
    const { load, letGo } = heldLoad();
    const table = createHistoryTable(
      load,
      () => NOW,
      () => true,
    );
    const leave = table.subscribe('dsr_a', 't', OPTIONS, nobody);
    letGo();
    await vi.waitFor(() => expect(table.history('dsr_a', 't', OPTIONS).status).toBe('ready'));
    leave();
    table.refresh();
    table.subscribe('dsr_a', 't', OPTIONS, nobody);
    expect(load).toHaveBeenCalledTimes(2);
  });
});
