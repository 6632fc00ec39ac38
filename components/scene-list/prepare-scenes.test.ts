import { describe, expect, it } from 'vitest';
import type { DatasourceStatus } from '@/lib/datasource/status';
import type { SceneSummary } from '@/lib/scene/api-schema';
import { countFilters, FIRST_VIEW, prepareScenes, sceneState } from './prepare-scenes';

const scene = (name: string, more: Partial<SceneSummary> = {}): SceneSummary => ({
  id: `scn_${name}`,
  name,
  description: '',
  thumbnailUrl: null,
  shared: false,
  instances: 1,
  datasourceIds: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  ...more,
});

describe('sceneState', () => {
  const statuses: Record<string, DatasourceStatus> = { a: 'live', b: 'stale', c: 'stale' };
  const statusOf = (id: string) => statuses[id];

  it('is as bad as the worst of its datasources', () => {
    expect(sceneState(scene('x', { datasourceIds: ['a'] }), [], statusOf)).toMatchObject({
      status: 'live',
      inStatus: 1,
    });
    expect(sceneState(scene('x', { datasourceIds: ['a', 'b', 'c'] }), [], statusOf)).toMatchObject({
      status: 'stale',
      inStatus: 2,
    });
    expect(sceneState(scene('x'), [], statusOf)).toMatchObject({ status: null });
  });

  it('counts the alerts that are met in it', () => {
    const here = { watched: { scenes: [{ id: 'scn_x' }] } };
    const elsewhere = { watched: { scenes: [{ id: 'scn_y' }] } };
    const met = [
      { severity: 'act', ...here } as const,
      { severity: 'look', ...here } as const,
      { severity: 'know', ...here } as const,
      { severity: 'act', ...elsewhere } as const,
    ];
    expect(sceneState(scene('x'), met, statusOf)).toMatchObject({ act: 1, look: 1 });
  });
});

describe('prepareScenes', () => {
  const calm = { act: 0, look: 0, status: null, inStatus: 0 };
  const line = scene('Line 10', { description: 'Tablets', updatedAt: '2026-01-02T00:00:00.000Z' });
  const hall = scene('Line 9', { shared: true });
  const all = [hall, line];
  const stateOf = (one: SceneSummary) => (one === line ? { ...calm, look: 1 } : calm);
  const names = (list: SceneSummary[]) => list.map(({ name }) => name);

  it('orders, finds and filters', () => {
    expect(names(prepareScenes(all, FIRST_VIEW, stateOf))).toEqual(['Line 10', 'Line 9']);
    expect(names(prepareScenes(all, { ...FIRST_VIEW, order: 'name' }, stateOf))).toEqual([
      'Line 9',
      'Line 10',
    ]);
    expect(names(prepareScenes(all, { ...FIRST_VIEW, search: 'tablets line' }, stateOf))).toEqual([
      'Line 10',
    ]);
    expect(names(prepareScenes(all, { ...FIRST_VIEW, filter: 'alerts' }, stateOf))).toEqual(['Line 10']);
    expect(names(prepareScenes(all, { ...FIRST_VIEW, filter: 'shared' }, stateOf))).toEqual(['Line 9']);
    expect(countFilters(all, stateOf)).toEqual({ all: 2, alerts: 1, shared: 1 });
  });
});
