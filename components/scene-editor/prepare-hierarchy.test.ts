import { describe, expect, it } from 'vitest';
import { emptySceneDocument, type Instance } from '@/lib/scene/schema';
import { type HierarchyRow, prepareHierarchy } from './prepare-hierarchy';

const placed = (name: string, groupId: string | null): Instance => ({
  id: name,
  assetId: 'ast_00000000',
  name,
  position: [0, 0, 0],
  rotation: [0, 0, 0],
  scale: [1, 1, 1],
  groupId,
  visible: true,
  locked: false,
});
const document = {
  ...emptySceneDocument(),
  groups: [{ id: 'g', name: 'Packing' }],
  instances: [
    placed('Mixer', null),
    placed('Blister packer', 'g'),
    placed('Cartoner', 'g'),
    placed('Lost', 'gone'),
  ],
};
const names = (rows: HierarchyRow[]) =>
  rows.map((row) => (row.kind === 'group' ? `[${row.group.name}]` : row.instance.name));

describe('hierarchy rows', () => {
  it('lists groups with their instances first; an instance of a group that is gone stands alone', () => {
    expect(names(prepareHierarchy(document, new Set(), ''))).toEqual([
      '[Packing]',
      'Blister packer',
      'Cartoner',
      'Mixer',
      'Lost',
    ]);
  });

  it('hides what is in a closed group, but finds it by search', () => {
    expect(names(prepareHierarchy(document, new Set(['g']), ''))).toEqual(['[Packing]', 'Mixer', 'Lost']);
    expect(names(prepareHierarchy(document, new Set(['g']), 'cart'))).toEqual(['[Packing]', 'Cartoner']);
    expect(names(prepareHierarchy(document, new Set(['g']), 'pack'))).toEqual([
      '[Packing]',
      'Blister packer',
      'Cartoner',
    ]);
  });
});
