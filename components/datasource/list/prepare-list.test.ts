import { describe, expect, it } from 'vitest';
import type { DatasourceSummary } from '@/lib/datasource/schema';
import { countStatuses, type ListView, prepareList } from './prepare-list';

const summary = (given: Partial<DatasourceSummary> & { name: string }): DatasourceSummary => ({
  id: `dsr_${given.name}`,
  type: 'api_ingest',
  description: '',
  createdAt: '2026-11-24T10:00:00.000Z',
  status: 'live',
  lastMessageAt: null,
  staleAfterSeconds: 60,
  metrics: 0,
  minutes: Array.from({ length: 60 }, () => 0),
  readingsPerMinute: 0,
  refused: null,
  keys: null,
  ...given,
});
const plant = [
  summary({ name: 'Conveyor 10', readingsPerMinute: 5 }),
  summary({ name: 'Conveyor 9', readingsPerMinute: 50, description: 'Halle Süd' }),
  summary({ name: 'Press', status: 'error', lastMessageAt: '2026-11-24T10:00:00.000Z' }),
  summary({ name: 'Gateway', status: 'never' }),
  summary({ name: 'Coater', status: 'stale', lastMessageAt: '2026-11-24T11:00:00.000Z' }),
];
const statusOf = (datasource: DatasourceSummary) => datasource.status;
const names = (view: Partial<ListView>) =>
  prepareList(plant, { search: '', status: 'all', order: 'attention', ...view }, statusOf).map((id) =>
    id.slice(4),
  );

describe('prepareList', () => {
  it('leads with what needs attention, then by name as people count', () => {
    expect(names({})).toEqual(['Press', 'Coater', 'Gateway', 'Conveyor 9', 'Conveyor 10']);
  });

  it.each([
    ['name', ['Coater', 'Conveyor 9', 'Conveyor 10', 'Gateway', 'Press']],
    ['rate', ['Conveyor 9', 'Conveyor 10', 'Coater', 'Gateway', 'Press']],
    ['last_reading', ['Coater', 'Press', 'Conveyor 9', 'Conveyor 10', 'Gateway']],
  ] as const)('orders by %s', (order, expected) => {
    expect(names({ order })).toEqual(expected);
  });

  it('finds by words in any order, without accents, in the description too', () => {
    expect(names({ search: 'sud conv' })).toEqual(['Conveyor 9']);
    expect(names({ search: 'nothing like it' })).toEqual([]);
  });

  it('keeps one status, and counts all', () => {
    expect(names({ status: 'live', order: 'name' })).toEqual(['Conveyor 9', 'Conveyor 10']);
    expect(countStatuses(plant, statusOf)).toEqual({ all: 5, error: 1, stale: 1, never: 1, live: 2 });
  });
});
