import { describe, expect, it } from 'vitest';
import { type DatasourceSummary, MINUTES_SHOWN } from '@/lib/datasource/schema';
import { newWidget } from '@/lib/widget/registry';
import { type MetAlert, prepareAttention, situationOf } from './prepare-attention';

function datasource(id: string, status: DatasourceSummary['status'], more: Partial<DatasourceSummary> = {}) {
  return {
    id,
    status,
    type: 'api_ingest',
    name: id,
    description: '',
    createdAt: '2026-01-01T00:00:00Z',
    lastMessageAt: null,
    staleAfterSeconds: 60,
    metrics: 0,
    minutes: Array.from({ length: MINUTES_SHOWN }, () => 0),
    readingsPerMinute: 0,
    refused: null,
    keys: null,
    ...more,
  } satisfies DatasourceSummary;
}
const alert = (severity: MetAlert['severity']): MetAlert => ({
  severity,
  value: 92.4,
  watched: {
    asset: { id: 'ast_1', name: 'Press' },
    scenes: [],
    widget: { ...newWidget('single_data', { id: `w-${severity}`, title: 'Bearing' }) },
  },
});
const statusOf = (row: DatasourceSummary) => row.status;

describe('what needs attention', () => {
  it('comes in the order of urgency; what is normal or never sent is not among it', () => {
    const rows = [
      datasource('live', 'live'),
      datasource('never', 'never'),
      datasource('stale', 'stale'),
      datasource('error', 'error'),
      datasource('key', 'live', {
        keys: { situation: 'expiring', working: 1, until: '2026-02-01T00:00:00Z' },
      }),
    ];
    const attention = prepareAttention([alert('look'), alert('act')], rows, statusOf);
    expect(attention.map(({ kind, severity }) => `${severity} ${kind}`)).toEqual([
      'act alert',
      'act refused',
      'look alert',
      'look stopped',
      'look keyEnding',
    ]);
    expect(new Set(attention.map(({ id }) => id)).size).toBe(attention.length);
  });

  it('gives the page its title', () => {
    const titleOf = (rows: DatasourceSummary[], met: MetAlert[] = []) =>
      situationOf(prepareAttention(met, rows, statusOf), rows.map(statusOf));
    expect(titleOf([datasource('a', 'error'), datasource('b', 'stale')])).toEqual({ kind: 'act', count: 1 });
    expect(titleOf([datasource('a', 'live'), datasource('b', 'stale')])).toEqual({ kind: 'look', count: 1 });
    expect(titleOf([datasource('a', 'live'), datasource('b', 'never')])).toEqual({
      kind: 'normal',
      count: 0,
    });
    expect(titleOf([datasource('a', 'never')])).toEqual({ kind: 'waiting', count: 1 });
    expect(titleOf([])).toEqual({ kind: 'empty', count: 0 });
    expect(titleOf([datasource('a', 'live')], [alert('know')])).toEqual({ kind: 'normal', count: 0 });
  });
});
