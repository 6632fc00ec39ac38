import type { StoreApi } from 'zustand/vanilla';
import type { AssetDocument } from '@/lib/asset/schema';
import type { EditorState } from '@/lib/document/editor-store';
import { newWidget } from '@/lib/widget/registry';
import type { Anchor, WidgetKind } from '@/lib/widget/schema';
import { newWidgetId } from '@/lib/widget/widget-id';
import { addWidget } from './commands/add-widget';
import { duplicateWidget } from './commands/duplicate-widget';
import { removeWidget } from './commands/remove-widget';
import { type AssetEditorSession, LIGHT_STEPS } from './editor-session';
import { findWidget, knownWidgets } from './find-widget';
import { freeTitle } from './free-title';

/** What an action may look at and change. */
export type ActionContext = {
  editor: StoreApi<EditorState<AssetDocument>>;
  session: StoreApi<AssetEditorSession>;
  /** Datasource of a new widget where no other widget names one. */
  onlyDatasourceId: string | null;
  /** Title of a new widget, in the user's language. */
  titleFor: (kind: WidgetKind) => string;
  /** Frames a part, or everything. */
  focus: (partId: string | null) => void;
};

/**
 * One thing that can be done in the asset editor. The list below feeds toolbar and keyboard alike.
 * `shortcut`: `mod` is Ctrl, or Command on a Mac.
 */
export type EditorAction<Id extends string = string> = {
  id: Id;
  shortcut: string;
  enabled: (context: ActionContext) => boolean;
  run: (context: ActionContext) => void;
};

const document = (c: ActionContext) => c.editor.getState().history.document;
const session = (c: ActionContext) => c.session.getState();
const always = () => true;
const hasWidget = (c: ActionContext) =>
  document(c).widgets.some((widget) => widget.id === session(c).widgetId);
const hasKnownWidget = (c: ActionContext) => findWidget(document(c), session(c).widgetId) !== undefined;

/** Adds a widget that reads what its neighbours read, and selects it. Without an anchor, it asks for its place. */
export function addNewWidget(c: ActionContext, kind: WidgetKind, anchor: Anchor | null = null): string {
  const widgets = knownWidgets(document(c));
  const id = newWidgetId();
  const neighbour = widgets.find((widget) => widget.id === session(c).widgetId) ?? widgets.at(-1);
  const widget = newWidget(kind, {
    id,
    title: freeTitle(
      c.titleFor(kind),
      widgets.map(({ title }) => title),
    ),
    datasourceId: neighbour?.datasourceId ?? c.onlyDatasourceId,
    anchor,
  });
  c.editor.getState().run(addWidget(widget), { label: 'add' });
  session(c).selectWidget(id, anchor?.partId ?? null);
  if (!anchor) session(c).set({ placingId: id });
  return id;
}

/** Removes a widget; the one below it (or above, at the end) is shown next. */
export function removeSelectedWidget(c: ActionContext): void {
  const { widgetId } = session(c);
  const { widgets } = document(c);
  const at = widgets.findIndex((widget) => widget.id === widgetId);
  if (widgetId === null || at < 0) return;
  const next = widgets[at + 1] ?? widgets[at - 1];
  c.editor.getState().run(removeWidget(widgetId), { label: 'remove' });
  session(c).selectWidget(next?.id ?? null);
}

function duplicateSelectedWidget(c: ActionContext): void {
  const widget = findWidget(document(c), session(c).widgetId);
  if (!widget) return;
  const id = newWidgetId();
  const title = freeTitle(
    widget.title,
    knownWidgets(document(c)).map((one) => one.title),
  );
  c.editor.getState().run(duplicateWidget(widget.id, { id, title }), { label: 'duplicate' });
  session(c).selectWidget(id, widget.anchor?.partId ?? null);
}

/** Escape takes back the last mode that was entered, one at a time. */
function leave(c: ActionContext): void {
  const { placingId, preview, widgetId, selectPart, set } = session(c);
  if (placingId !== null) set({ placingId: null });
  else if (preview) set({ preview: false });
  else if (widgetId !== null) set({ widgetId: null });
  else selectPart(null);
}

export const EDITOR_ACTIONS = [
  {
    id: 'select',
    shortcut: 'v',
    enabled: always,
    run: (c) => session(c).set({ placingId: null }),
  },
  {
    id: 'place',
    shortcut: 'a',
    enabled: hasKnownWidget,
    run: (c) => session(c).set({ placingId: session(c).widgetId }),
  },
  { id: 'grid', shortcut: 'g', enabled: always, run: (c) => session(c).set({ grid: !session(c).grid }) },
  {
    id: 'light',
    shortcut: 'l',
    enabled: always,
    run: (c) => {
      const at = LIGHT_STEPS.indexOf(session(c).light);
      session(c).set({ light: LIGHT_STEPS[(at + 1) % LIGHT_STEPS.length] ?? 1 });
    },
  },
  { id: 'focus', shortcut: 'f', enabled: always, run: (c) => c.focus(session(c).partId) },
  {
    id: 'preview',
    shortcut: 'p',
    enabled: always,
    run: (c) => session(c).set({ preview: !session(c).preview, placingId: null }),
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
  { id: 'save', shortcut: 'mod+s', enabled: always, run: (c) => void c.editor.getState().flush() },
  { id: 'duplicate', shortcut: 'mod+d', enabled: hasKnownWidget, run: duplicateSelectedWidget },
  { id: 'delete', shortcut: 'delete', enabled: hasWidget, run: removeSelectedWidget },
  { id: 'leave', shortcut: 'escape', enabled: always, run: leave },
] as const satisfies readonly EditorAction[];

export type EditorActionId = (typeof EDITOR_ACTIONS)[number]['id'];

/** Those that change nothing that is saved: all that someone who may only look can do. */
const HARMLESS: readonly EditorActionId[] = ['select', 'grid', 'light', 'focus', 'preview', 'leave'];
export const isHarmless = (id: EditorActionId): boolean => HARMLESS.includes(id);

export function editorAction(id: EditorActionId): EditorAction<EditorActionId> {
  const action = EDITOR_ACTIONS.find((one) => one.id === id);
  if (!action) throw new Error(`There is no action ${id}`);
  return action;
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** The action that a key press asks for. Backspace deletes too, as a Mac has no Delete; Ctrl Y redoes as on Windows. */
export function actionForKey(event: Key): EditorAction<EditorActionId> | undefined {
  const key = event.key === 'Backspace' ? 'delete' : event.key.toLowerCase();
  const mod = event.ctrlKey || event.metaKey;
  const pressed = [mod ? 'mod' : '', event.altKey ? 'alt' : '', event.shiftKey ? 'shift' : '', key]
    .filter(Boolean)
    .join('+');
  return EDITOR_ACTIONS.find(({ shortcut }) => shortcut === (pressed === 'mod+y' ? 'mod+shift+z' : pressed));
}
