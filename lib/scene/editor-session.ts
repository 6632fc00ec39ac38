import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Instance } from './schema';

export const TOOLS = ['select', 'move', 'rotate', 'scale'] as const;
export type Tool = (typeof TOOLS)[number];

/** What this tab is doing in the scene editor: nothing here is saved or can be undone. */
export type EditorSession = {
  selection: ReadonlySet<string>;
  tool: Tool;
  snapping: boolean;
  clipboard: readonly Instance[];
  /** Asset that the pointer drags from the palette. */
  dragging: string | null;
  select: (ids: Iterable<string>) => void;
  /** Adds to the selection, or takes out what is in it. */
  toggle: (id: string) => void;
  set: (change: Partial<Pick<EditorSession, 'tool' | 'snapping' | 'clipboard' | 'dragging'>>) => void;
};

export const createEditorSession = (): StoreApi<EditorSession> =>
  createStore<EditorSession>((set, get) => ({
    selection: new Set(),
    tool: 'select',
    snapping: true,
    clipboard: [],
    dragging: null,
    select: (ids) => set({ selection: new Set(ids) }),
    toggle: (id) => {
      const selection = new Set(get().selection);
      if (!selection.delete(id)) selection.add(id);
      set({ selection });
    },
    set: (change) => set(change),
  }));

/** Steps of the grid, in metres and radians. */
export const SNAP = { move: 0.25, rotate: Math.PI / 12, scale: 0.1 } as const;
