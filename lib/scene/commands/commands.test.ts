import { describe, expect, it } from 'vitest';
import { runCommand, startHistory, undo } from '@/lib/document/edit-history';
import { emptySceneDocument, type Instance, sceneDocumentSchema } from '../schema';
import { groupInstances, ungroup } from './group-instances';
import { placeInstances } from './place-instance';
import { removeInstances } from './remove-instances';
import { moveView, putView, removeView, setStartView } from './set-views';
import { snapToGrid } from './snap';
import { transformInstances } from './transform-instances';
import { updateInstances } from './update-instance';

const pump = (id: string, change: Partial<Instance> = {}): Instance => ({
  id,
  assetId: 'ast_00000000',
  name: 'Pump',
  position: [0, 0, 0],
  rotation: [0, 0, 0],
  scale: [1, 1, 1],
  groupId: null,
  visible: true,
  locked: false,
  ...change,
});
const start = startHistory(emptySceneDocument());
const step = { label: 'test' };
const placed = runCommand(start, placeInstances([pump('a'), pump('b'), pump('c')]), step);

describe('scene commands', () => {
  it('gives each placed instance a name of its own', () => {
    expect(placed.document.instances.map((i) => i.name)).toEqual(['Pump', 'Pump 2', 'Pump 3']);
  });

  it('moves what is free and leaves what is locked', () => {
    const locked = runCommand(placed, updateInstances(new Set(['a']), { locked: true }), step);
    const changes = new Map([
      ['a', { position: [1, 0, 0] as [number, number, number] }],
      ['b', { position: [2, 0, 0] as [number, number, number] }],
    ]);
    const moved = runCommand(locked, transformInstances(changes), step).document.instances;
    expect(moved.map((i) => i.position[0])).toEqual([0, 2, 0]);
  });

  it('drops a group with its last instance and brings both back on undo', () => {
    const grouped = runCommand(placed, groupInstances(new Set(['a', 'b']), { id: 'g', name: 'Pumps' }), step);
    const removed = runCommand(grouped, removeInstances(new Set(['a', 'b'])), step);
    expect(removed.document.groups).toEqual([]);
    expect(undo(removed).document).toEqual(grouped.document);
    expect(runCommand(grouped, ungroup('g'), step).document.instances.every((i) => i.groupId === null)).toBe(
      true,
    );
  });

  it('orders views', () => {
    const view = (id: string) => ({ id, name: id, position: [1, 1, 1] as const, target: [0, 0, 0] as const });
    let h = runCommand(placed, putView({ ...view('v1'), position: [1, 1, 1], target: [0, 0, 0] }), step);
    h = runCommand(h, putView({ ...view('v2'), position: [1, 1, 1], target: [0, 0, 0] }), step);
    h = runCommand(h, moveView('v2', 0), step);
    expect(h.document.views.map((v) => v.id)).toEqual(['v2', 'v1']);
    h = runCommand(h, setStartView('v1'), step);
    expect(runCommand(h, removeView('v1'), step).document.startViewId).toBe(null);
  });

  it('leaves a document that its own schema takes', () => {
    expect(sceneDocumentSchema.safeParse(placed.document).success).toBe(true);
  });

  it('snaps to the grid without floating-point dust', () => {
    expect(snapToGrid([0.29, 0.17, -1.04], 0.1)).toEqual([0.3, 0.17, -1]);
  });
});
