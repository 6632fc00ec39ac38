import type { Draft } from 'mutative';
import type { SceneDocument, View } from '../schema';

/** Adds a view, or replaces the one with the same id. */
export const putView =
  (view: View) =>
  (draft: Draft<SceneDocument>): void => {
    const at = draft.views.findIndex((other) => other.id === view.id);
    if (at < 0) draft.views.push(view);
    else draft.views[at] = view;
  };

export const removeView =
  (id: string) =>
  (draft: Draft<SceneDocument>): void => {
    draft.views = draft.views.filter((view) => view.id !== id);
    if (draft.startViewId === id) draft.startViewId = null;
  };

/** Where the viewer starts: one of the views, or null for everything. */
export const setStartView =
  (id: string | null) =>
  (draft: Draft<SceneDocument>): void => {
    draft.startViewId = id;
  };

export const moveView =
  (id: string, to: number) =>
  (draft: Draft<SceneDocument>): void => {
    const from = draft.views.findIndex((view) => view.id === id);
    if (from < 0) return;
    const [view] = draft.views.splice(from, 1);
    if (view) draft.views.splice(to, 0, view);
  };
