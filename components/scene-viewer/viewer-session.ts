import { createStore, type StoreApi } from 'zustand/vanilla';

/** What this visitor of a scene looks at. Nothing here is saved. */
export type ViewerSession = {
  /** Instance whose panel is open. */
  focusedId: string | null;
  /** Index of the view that was chosen last, until the camera is moved to something else. */
  viewAt: number | null;
  showWidgets: boolean;
  showNames: boolean;
  hiddenGroups: ReadonlySet<string>;
  set: (change: Partial<Omit<ViewerSession, 'set' | 'toggleGroup'>>) => void;
  toggleGroup: (id: string) => void;
};

export const createViewerSession = (viewAt: number | null): StoreApi<ViewerSession> =>
  createStore<ViewerSession>((set, get) => ({
    focusedId: null,
    viewAt,
    showWidgets: true,
    showNames: false,
    hiddenGroups: new Set(),
    set: (change) => set(change),
    toggleGroup: (id) => {
      const hiddenGroups = new Set(get().hiddenGroups);
      if (!hiddenGroups.delete(id)) hiddenGroups.add(id);
      set({ hiddenGroups });
    },
  }));
