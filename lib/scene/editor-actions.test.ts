import { describe, expect, it } from 'vitest';
import { createEditorStore } from '@/lib/document/editor-store';
import {
  type ActionContext,
  actionForKey,
  EDITOR_ACTIONS,
  type EditorActionId,
  editorAction,
} from './editor-actions';
import { createEditorSession } from './editor-session';
import { emptySceneDocument, type Instance } from './schema';

const pump = (id: string): Instance => ({
  id,
  assetId: 'ast_00000000',
  name: id,
  position: [0, 0, 0],
  rotation: [0, 0, 0],
  scale: [1, 1, 1],
  groupId: null,
  visible: true,
  locked: false,
});

function open(...ids: string[]) {
  let made = 0;
  const editor = createEditorStore(
    { document: { ...emptySceneDocument(), instances: ids.map(pump) }, revision: 1 },
    {
      save: async () => ({ kind: 'offline' }),
      load: async () => ({ document: emptySceneDocument(), revision: 1 }),
    },
  );
  const context: ActionContext = {
    editor,
    session: createEditorSession(),
    newId: () => `new${++made}`,
    groupName: 'Group',
    focus: () => {},
  };
  const act = (id: EditorActionId) => editorAction(id)?.run(context);
  const instances = () => editor.getState().history.document.instances;
  return { context, act, instances, select: (...s: string[]) => context.session.getState().select(s) };
}

describe('scene editor actions', () => {
  it('duplicates what is selected, selects the copies, and undoes in one step', () => {
    const { act, instances, select, context } = open('a', 'b');
    select('a', 'b');
    act('duplicate');
    expect(instances().map((i) => i.name)).toEqual(['a', 'b', 'a 2', 'b 2']);
    expect([...context.session.getState().selection]).toEqual(['new1', 'new2']);
    act('undo');
    expect(instances()).toHaveLength(2);
  });

  it('pastes again and again what was copied, even after the original is gone', () => {
    const { act, instances, select } = open('a');
    select('a');
    act('copy');
    act('delete');
    act('paste');
    act('paste');
    expect(instances().map((i) => i.name)).toEqual(['a', 'a 2']);
  });

  it('nudges by one grid step; a series of nudges is one step of undo', () => {
    const { act, instances, select } = open('a');
    select('a');
    act('nudge-right');
    act('nudge-right');
    expect(instances()[0]?.position).toEqual([0.5, 0, 0]);
    act('undo');
    expect(instances()[0]?.position).toEqual([0, 0, 0]);
  });

  it('offers nothing that can not be done', () => {
    const { context } = open('a');
    const offered = EDITOR_ACTIONS.filter((action) => action.enabled(context)).map((action) => action.id);
    expect(offered).not.toContain('delete');
    expect(offered).not.toContain('undo');
    expect(offered).not.toContain('paste');
  });

  it('knows its keys, and gives each to one action', () => {
    const key = (k: string, more = {}) => ({
      key: k,
      ctrlKey: false,
      metaKey: false,
      shiftKey: false,
      altKey: false,
      ...more,
    });
    expect(actionForKey(key('d', { ctrlKey: true }))?.id).toBe('duplicate');
    expect(actionForKey(key('Z', { metaKey: true, shiftKey: true }))?.id).toBe('redo');
    expect(actionForKey(key('Backspace'))?.id).toBe('delete');
    expect(actionForKey(key('d'))).toBeUndefined();
    const shortcuts = EDITOR_ACTIONS.map((action) => action.shortcut).filter(Boolean);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });
});
