import type { Draft } from 'mutative';
import type { Instance, SceneDocument } from '../schema';
import { freeName } from './free-name';

/** Adds instances (a placed asset, a duplicate, a paste); a name that is taken gets a number, a group that is gone is left. */
export const placeInstances =
  (instances: readonly Instance[]) =>
  (draft: Draft<SceneDocument>): void => {
    for (const instance of instances) {
      const name = freeName(
        instance.name,
        draft.instances.map((other) => other.name),
      );
      const grouped = draft.groups.some((group) => group.id === instance.groupId);
      draft.instances.push({ ...instance, name, groupId: grouped ? instance.groupId : null });
    }
  };
