import { describe, expect, it } from 'vitest';
import type { AssetDocument, PartNode } from '@/lib/asset/schema';
import { createEditorStore } from '@/lib/document/editor-store';
import {
  type ActionContext,
  actionForKey,
  addNewWidget,
  EDITOR_ACTIONS,
  editorAction,
} from './editor-actions';
import { createAssetEditorSession } from './editor-session';
import { findWidget } from './find-widget';
import { freeTitle } from './free-title';
import { ancestorsOf, firstOpen, prepareParts } from './prepare-parts';

const part = (id: string, children: PartNode[] = []): PartNode => ({
  id,
  name: id.split('/').at(-1) ?? id,
  node: 0,
  triangles: 1,
  children,
});
const TREE = [
  part('Press', [
    part('Press/Drive', [part('Press/Drive/Main motor'), part('Press/Drive/Gearbox')]),
    part('Press/Hopper'),
  ]),
];

describe('the parts tree', () => {
  const shown = (open: string[], search = '') =>
    prepareParts(TREE, new Set(open), search).map(({ part: { name }, depth, open: isOpen }) => [
      name,
      depth,
      isOpen,
    ]);

  it('shows what is open, with what can be opened', () => {
    expect(shown([])).toEqual([['Press', 0, false]]);
    expect(shown(['Press'])).toEqual([
      ['Press', 0, true],
      ['Drive', 1, false],
      ['Hopper', 1, undefined],
    ]);
  });

  it('finds a part with the way to it, in any case of letters', () => {
    expect(shown([], 'MOTOR')).toEqual([
      ['Press', 0, true],
      ['Drive', 1, true],
      ['Main motor', 2, undefined],
    ]);
    expect(shown(['Press'], 'nothing')).toEqual([]);
  });

  it('lets a closed row stand for all inside it, and an open one for itself', () => {
    const [root] = prepareParts(TREE, new Set(), '');
    expect(root?.stands).toHaveLength(5);
    expect(prepareParts(TREE, new Set(['Press']), '')[0]?.stands).toEqual(['Press']);
  });

  it('knows the way to a part', () => {
    expect(ancestorsOf(TREE, 'Press/Drive/Gearbox')).toEqual(['Press', 'Press/Drive']);
    expect(ancestorsOf(TREE, 'nowhere')).toEqual([]);
    expect([...firstOpen(TREE, ['Press/Drive/Gearbox'])]).toEqual(['Press', 'Press/Drive']);
  });
});

function editing(widgets: AssetDocument['widgets'] = []): ActionContext & { focused: (string | null)[] } {
  const focused: (string | null)[] = [];
  const editor = createEditorStore<AssetDocument>(
    { document: { schemaVersion: 1, widgets }, revision: 1 },
    { save: async () => ({ kind: 'saved', revision: 2 }), load: () => Promise.reject(new Error('unused')) },
  );
  return {
    editor,
    session: createAssetEditorSession(),
    onlyDatasourceId: 'dsr_1',
    titleFor: () => 'Value',
    focus: (id) => focused.push(id),
    focused,
  };
}
const widgetsOf = (c: ActionContext) => c.editor.getState().history.document.widgets;

describe('actions of the asset editor', () => {
  it('adds a widget, selects it and asks for its place', () => {
    const c = editing();
    const id = addNewWidget(c, 'single_data');
    expect(findWidget(c.editor.getState().history.document, id)).toMatchObject({
      title: 'Value',
      datasourceId: 'dsr_1',
    });
    expect(c.session.getState()).toMatchObject({ widgetId: id, placingId: id });
    addNewWidget(c, 'bar_chart');
    expect(widgetsOf(c).map((widget) => widget.title)).toEqual(['Value', 'Value 2']);
  });

  it('removes the selected one and shows its neighbour; undo brings it back in its place', () => {
    const c = editing();
    const [first, second] = [addNewWidget(c, 'single_data'), addNewWidget(c, 'single_data')];
    c.session.getState().selectWidget(first);
    editorAction('delete').run(c);
    expect(c.session.getState().widgetId).toBe(second);
    editorAction('undo').run(c);
    expect(widgetsOf(c).map(({ id }) => id)).toEqual([first, second]);
  });

  it('does nothing to a widget that is not there', () => {
    const c = editing();
    for (const id of ['place', 'duplicate', 'delete', 'undo', 'redo'] as const)
      expect(editorAction(id).enabled(c), id).toBe(false);
    editorAction('delete').run(c);
    editorAction('duplicate').run(c);
    expect(widgetsOf(c)).toEqual([]);
  });

  it('leaves one mode after the other by Escape', () => {
    const c = editing();
    const id = addNewWidget(c, 'single_data');
    editorAction('leave').run(c);
    expect(c.session.getState()).toMatchObject({ placingId: null, widgetId: id });
    editorAction('leave').run(c);
    expect(c.session.getState().widgetId).toBeNull();
  });

  it('has one action for each shortcut', () => {
    const shortcuts = EDITOR_ACTIONS.map(({ shortcut }) => shortcut);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
    const key = (name: string, more: object = {}) =>
      actionForKey({ key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more })
        ?.id;
    expect(key('z', { ctrlKey: true })).toBe('undo');
    expect(key('Z', { metaKey: true, shiftKey: true })).toBe('redo');
    expect(key('y', { ctrlKey: true })).toBe('redo');
    expect(key('Backspace')).toBe('delete');
    expect(key('f')).toBe('focus');
    expect(key('f', { ctrlKey: true })).toBeUndefined();
  });

  it('numbers titles that are taken, within their length', () => {
    expect(freeTitle('Motor', [])).toBe('Motor');
    expect(freeTitle('Motor 2', ['Motor', 'Motor 2'])).toBe('Motor 3');
    expect(freeTitle('x'.repeat(80), ['x'.repeat(80)])).toHaveLength(80);
  });
});
