import type { StoreApi } from 'zustand/vanilla';
import type { EditorState } from '@/lib/document/editor-store';
import { groupInstances, ungroup } from './commands/group-instances';
import { placeInstances } from './commands/place-instance';
import { removeInstances } from './commands/remove-instances';
import { type Transform, transformInstances } from './commands/transform-instances';
import { updateInstances } from './commands/update-instance';
import { type EditorSession, SNAP, type Tool } from './editor-session';
import type { Instance, SceneDocument } from './schema';

/** What an action may look at and change. */
export type ActionContext = {
  editor: StoreApi<EditorState<SceneDocument>>;
  session: StoreApi<EditorSession>;
  newId: () => string;
  /** Name of a new group, in the user's language. */
  groupName: string;
  focus: (ids: ReadonlySet<string>) => void;
};

/**
 * One thing that can be done in the scene editor. The list below feeds toolbar, menu and keyboard alike.
 * `shortcut`: `mod` is Ctrl, or Command on a Mac.
 */
export type EditorAction<Id extends string = string> = {
  id: Id;
  shortcut: string | null;
  enabled: (context: ActionContext) => boolean;
  run: (context: ActionContext) => void;
};

const document = (c: ActionContext) => c.editor.getState().history.document;
const selection = (c: ActionContext) => c.session.getState().selection;
const selected = (c: ActionContext): Instance[] =>
  document(c).instances.filter((i) => selection(c).has(i.id));
const some = (c: ActionContext) => selection(c).size > 0;
const always = () => true;

/** Copies of instances with ids of their own, a step aside so that they are seen. */
const copies = (c: ActionContext, instances: readonly Instance[]): Instance[] =>
  instances.map((instance) => ({
    ...instance,
    id: c.newId(),
    locked: false,
    position: [
      instance.position[0] + 4 * SNAP.move,
      instance.position[1],
      instance.position[2] + 4 * SNAP.move,
    ],
  }));

function place(c: ActionContext, instances: Instance[], label: string): void {
  c.editor.getState().run(placeInstances(instances), { label });
  c.session.getState().select(instances.map((instance) => instance.id));
}

function nudge(c: ActionContext, dx: number, dz: number): void {
  const moved = selected(c).map((instance): [string, Partial<Transform>] => {
    const [x, y, z] = instance.position;
    return [instance.id, { position: [x + dx * SNAP.move, y, z + dz * SNAP.move] }];
  });
  c.editor.getState().run(transformInstances(new Map(moved)), { label: 'move', mergeKey: 'nudge' });
}

const tool = <T extends Tool>(id: T, shortcut: string): EditorAction<`tool-${T}`> => ({
  id: `tool-${id}`,
  shortcut,
  enabled: always,
  run: (c) => c.session.getState().set({ tool: id }),
});

const nudgeAction = <Id extends string>(
  id: Id,
  shortcut: string,
  dx: number,
  dz: number,
): EditorAction<Id> => ({
  id,
  shortcut,
  enabled: some,
  run: (c) => nudge(c, dx, dz),
});

const toggle = <Id extends string>(
  id: Id,
  shortcut: string | null,
  key: 'visible' | 'locked',
): EditorAction<Id> => ({
  id,
  shortcut,
  enabled: some,
  run: (c) => {
    const value = !selected(c).every((instance) => instance[key]);
    c.editor.getState().run(updateInstances(selection(c), { [key]: value }), { label: id });
  },
});

export const EDITOR_ACTIONS = [
  tool('select', 'q'),
  tool('move', 'w'),
  tool('rotate', 'e'),
  tool('scale', 'r'),
  {
    id: 'toggle-snapping',
    shortcut: 'x',
    enabled: always,
    run: (c) => c.session.getState().set({ snapping: !c.session.getState().snapping }),
  },
  {
    id: 'undo',
    shortcut: 'mod+z',
    enabled: (c) => c.editor.getState().history.past.length > 0,
    run: (c) => c.editor.getState().undo(),
  },
  {
    id: 'redo',
    shortcut: 'mod+shift+z',
    enabled: (c) => c.editor.getState().history.future.length > 0,
    run: (c) => c.editor.getState().redo(),
  },
  {
    id: 'copy',
    shortcut: 'mod+c',
    enabled: some,
    run: (c) => c.session.getState().set({ clipboard: selected(c) }),
  },
  {
    id: 'paste',
    shortcut: 'mod+v',
    enabled: (c) => c.session.getState().clipboard.length > 0,
    run: (c) => place(c, copies(c, c.session.getState().clipboard), 'paste'),
  },
  {
    id: 'duplicate',
    shortcut: 'mod+d',
    enabled: some,
    run: (c) => place(c, copies(c, selected(c)), 'duplicate'),
  },
  {
    id: 'delete',
    shortcut: 'delete',
    enabled: some,
    run: (c) => {
      c.editor.getState().run(removeInstances(selection(c)), { label: 'delete' });
      c.session.getState().select([]);
    },
  },
  {
    id: 'group',
    shortcut: 'mod+g',
    enabled: (c) => selection(c).size > 1,
    run: (c) => {
      const group = { id: c.newId(), name: c.groupName };
      c.editor.getState().run(groupInstances(selection(c), group), { label: 'group' });
    },
  },
  {
    id: 'ungroup',
    shortcut: 'mod+shift+g',
    enabled: (c) => selected(c).some((instance) => instance.groupId !== null),
    run: (c) => {
      const groups = new Set(selected(c).flatMap((instance) => instance.groupId ?? []));
      for (const id of groups)
        c.editor.getState().run(ungroup(id), { label: 'ungroup', mergeKey: 'ungroup' });
    },
  },
  toggle('toggle-visible', 'h', 'visible'),
  toggle('toggle-locked', 'l', 'locked'),
  { id: 'focus', shortcut: 'f', enabled: some, run: (c) => c.focus(selection(c)) },
  {
    id: 'select-all',
    shortcut: 'mod+a',
    enabled: always,
    run: (c) => c.session.getState().select(document(c).instances.map((instance) => instance.id)),
  },
  { id: 'deselect', shortcut: 'escape', enabled: some, run: (c) => c.session.getState().select([]) },
  nudgeAction('nudge-left', 'alt+arrowleft', -1, 0),
  nudgeAction('nudge-right', 'alt+arrowright', 1, 0),
  nudgeAction('nudge-back', 'alt+arrowup', 0, -1),
  nudgeAction('nudge-forward', 'alt+arrowdown', 0, 1),
] as const satisfies readonly EditorAction[];

export type EditorActionId = (typeof EDITOR_ACTIONS)[number]['id'];

export const editorAction = (id: EditorActionId): EditorAction | undefined =>
  EDITOR_ACTIONS.find((action) => action.id === id);

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** The action that a key press asks for. Backspace deletes too, as on a Mac there is no Delete. */
export function actionForKey(event: Key): EditorAction | undefined {
  const key = event.key === 'Backspace' ? 'delete' : event.key.toLowerCase();
  const pressed = [
    event.ctrlKey || event.metaKey ? 'mod' : '',
    event.altKey ? 'alt' : '',
    event.shiftKey ? 'shift' : '',
    key,
  ]
    .filter(Boolean)
    .join('+');
  return EDITOR_ACTIONS.find((action) => action.shortcut === pressed);
}
