import type { Draft } from 'mutative';
import type { Instance, SceneDocument } from '../schema';

export type Transform = Pick<Instance, 'position' | 'rotation' | 'scale'>;

/** Moves, turns or scales instances: for each id the parts of its transform that change. Locked ones stay. */
export const transformInstances =
  (changes: ReadonlyMap<string, Partial<Transform>>) =>
  (draft: Draft<SceneDocument>): void => {
    for (const instance of draft.instances) {
      const change = changes.get(instance.id);
      if (change && !instance.locked) Object.assign(instance, change);
    }
  };
