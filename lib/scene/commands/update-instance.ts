import type { Draft } from 'mutative';
import type { Instance, SceneDocument } from '../schema';

/** Renames, shows, hides, locks or unlocks. */
export const updateInstances =
  (ids: ReadonlySet<string>, change: Partial<Pick<Instance, 'name' | 'visible' | 'locked'>>) =>
  (draft: Draft<SceneDocument>): void => {
    for (const instance of draft.instances) if (ids.has(instance.id)) Object.assign(instance, change);
  };
