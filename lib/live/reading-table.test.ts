import { describe, expect, it, vi } from 'vitest';
import type { MetricInfo } from './protocol';
import { createReadingTable } from './reading-table';

const metric = (id: number, key: string, rest: Partial<MetricInfo> = {}): MetricInfo => ({
  id,
  datasourceId: 'd',
  key,
  kind: 'number',
  displayName: null,
  unit: null,
  ...rest,
});

describe('the table of readings', () => {
  it('tells those whose key changed, once per flush', () => {
    const table = createReadingTable();
    const [onA, onB] = [vi.fn(), vi.fn()];
    table.subscribe('d', 'a', onA);
    const endB = table.subscribe('d', 'b', onB);
    table.setMetrics([metric(1, 'a'), metric(2, 'b')]);
    table.setUpdates([
      [1, 10, 1],
      [1, 20, 2],
    ]);
    expect(onA).not.toHaveBeenCalled();
    table.flush();
    expect([onA.mock.calls.length, onB.mock.calls.length]).toEqual([1, 0]);
    expect(table.reading('d', 'a')).toMatchObject({ value: 2, time: 20 });
    endB();
    table.setUpdates([[2, 20, 5]]);
    table.flush();
    expect(onB).not.toHaveBeenCalled();
  });

  it('forgets what was deleted: an older value is the newest then', () => {
    const table = createReadingTable();
    table.setMetrics([metric(1, 'a')]);
    table.setUpdates([[1, 20, 2]]);
    table.flush();
    const onA = vi.fn();
    table.subscribe('d', 'a', onA);
    table.forget([1]);
    table.setUpdates([[1, 10, 1]]);
    table.flush();
    expect(onA).toHaveBeenCalledOnce();
    expect(table.reading('d', 'a')).toMatchObject({ value: 1, time: 10 });
  });

  it('keeps the same object until a newer value comes', () => {
    const table = createReadingTable();
    table.setMetrics([metric(1, 'a')]);
    table.setUpdates([[1, 10, 1]]);
    const before = table.reading('d', 'a');
    table.setUpdates([
      [1, 10, 1],
      [1, 9, 7],
      [99, 50, 7],
    ]);
    expect(table.reading('d', 'a')).toBe(before);
    table.setUpdates([[1, 10, 2]]);
    expect(table.reading('d', 'a')?.value).toBe(2);
  });

  it('shows a new name at the reading and in the list', () => {
    const table = createReadingTable();
    const onList = vi.fn();
    table.subscribeMetrics('d', onList);
    table.setMetrics([metric(2, 'b'), metric(1, 'a')]);
    table.setUpdates([[1, 10, 1]]);
    table.flush();
    expect(table.metrics('d').map(({ key }) => key)).toEqual(['a', 'b']);
    expect(table.metrics('d')).toBe(table.metrics('d'));
    expect(table.metrics('other')).toBe(table.metrics('other'));
    table.setMetrics([metric(1, 'a', { unit: '°C' })]);
    table.flush();
    expect(table.reading('d', 'a')).toMatchObject({ value: 1, metric: { unit: '°C' } });
    expect(onList).toHaveBeenCalledTimes(2);
  });
});
