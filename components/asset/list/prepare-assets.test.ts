import { describe, expect, it } from 'vitest';
import type { AssetSummary } from '@/lib/asset/api-schema';
import { countTypes, FIRST_VIEW, prepareAssets } from './prepare-assets';

const asset = (name: string, more: Partial<AssetSummary> = {}): AssetSummary => ({
  id: `ast_${name}`,
  name,
  description: '',
  fileName: 'x.glb',
  starterKind: null,
  modelUrl: '',
  thumbnailUrl: null,
  statistics: {
    bytes: 1,
    triangles: 1,
    meshes: 1,
    materials: 1,
    textures: 0,
    animations: 0,
    bounds: { min: [0, 0, 0], max: [1, 1, 1] },
  },
  widgets: 0,
  usedIn: 0,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  ...more,
});

const names = (list: AssetSummary[]) => list.map(({ name }) => name);

const pump = asset('Pump 10', {
  description: 'Feeds the boiler',
  usedIn: 2,
  updatedAt: '2026-01-03T00:00:00.000Z',
});
const tank = asset('Pump 9', {
  starterKind: 'pump',
  fileName: 'pump.glb',
  updatedAt: '2026-01-02T00:00:00.000Z',
});
const all = [tank, pump];

describe('prepareAssets', () => {
  it('shows the last changed first, or by name as people count', () => {
    expect(names(prepareAssets(all, FIRST_VIEW))).toEqual(['Pump 10', 'Pump 9']);
    expect(names(prepareAssets(all, { ...FIRST_VIEW, order: 'name' }))).toEqual(['Pump 9', 'Pump 10']);
  });

  it('finds every word, in any place', () => {
    const find = (search: string) => names(prepareAssets(all, { ...FIRST_VIEW, search }));
    expect(find(' boiler PUMP ')).toEqual(['Pump 10']);
    expect(find('pump.glb')).toEqual(['Pump 9']);
    expect(find('boiler pump.glb')).toEqual([]);
  });

  it('counts and filters by where they come from and whether they are used', () => {
    expect(countTypes(all)).toEqual({ all: 2, uploaded: 1, starter: 1, unused: 1 });
    expect(names(prepareAssets(all, { ...FIRST_VIEW, type: 'starter' }))).toEqual(['Pump 9']);
    expect(names(prepareAssets(all, { ...FIRST_VIEW, type: 'unused' }))).toEqual(['Pump 9']);
  });

  it('leaves the given list alone', () => {
    prepareAssets(all, FIRST_VIEW);
    expect(all).toEqual([tank, pump]);
  });
});
