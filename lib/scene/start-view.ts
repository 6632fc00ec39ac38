import type { SceneDocument, View } from './schema';

/** The view that a scene opens with; undefined: everything, framed for the window. */
export const startViewOf = ({ views, startViewId }: SceneDocument): View | undefined =>
  views.find((view) => view.id === startViewId);
