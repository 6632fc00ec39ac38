import { createStore, type StoreApi } from 'zustand/vanilla';

/** Factors on the studio light that the light button walks through. */
export const LIGHT_STEPS: readonly number[] = [1, 1.35, 0.6];

/** What this tab is doing in the asset editor: nothing here is saved or can be undone. */
export type AssetEditorSession = {
  /** The widget that is being set up. */
  widgetId: string | null;
  /** The part that was clicked, in the tree or on the model. */
  partId: string | null;
  /** The part under the pointer, in the tree or on the model. */
  hoveredPartId: string | null;
  /** The widget whose anchor the next click on the model sets. */
  placingId: string | null;
  /** Panels away: the asset as a viewer sees it. */
  preview: boolean;
  grid: boolean;
  light: number;
  set: (change: Partial<Omit<AssetEditorSession, 'set' | 'selectWidget' | 'selectPart'>>) => void;
  /** Shows a widget's settings, and the part that it hangs on. */
  selectWidget: (id: string | null, partId?: string | null) => void;
  /** Shows a part, and no widget. */
  selectPart: (id: string | null) => void;
};

export const createAssetEditorSession = (): StoreApi<AssetEditorSession> =>
  createStore<AssetEditorSession>((set) => ({
    widgetId: null,
    partId: null,
    hoveredPartId: null,
    placingId: null,
    preview: false,
    grid: true,
    light: 1,
    set: (change) => set(change),
    selectWidget: (widgetId, partId = null) => set({ widgetId, partId, placingId: null }),
    selectPart: (partId) => set({ partId, widgetId: null, placingId: null }),
  }));
