import type { Draft } from 'mutative';
import type { SceneDocument } from '../schema';

/** Removes instances, and groups that this leaves empty. */
export const removeInstances =
  (ids: ReadonlySet<string>) =>
  (draft: Draft<SceneDocument>): void => {
    const gone = draft.instances.filter((instance) => ids.has(instance.id));
    draft.instances = draft.instances.filter((instance) => !ids.has(instance.id));
    const emptied = new Set(gone.map((instance) => instance.groupId));
    draft.groups = draft.groups.filter(
      (group) => !emptied.has(group.id) || draft.instances.some((instance) => instance.groupId === group.id),
    );
  };
