import type { Draft } from 'mutative';
import type { Group, SceneDocument } from '../schema';

/** Puts instances into a new group; groups that this empties go. */
export const groupInstances =
  (ids: ReadonlySet<string>, group: Group) =>
  (draft: Draft<SceneDocument>): void => {
    draft.groups.push(group);
    for (const instance of draft.instances) if (ids.has(instance.id)) instance.groupId = group.id;
    draft.groups = draft.groups.filter((other) =>
      draft.instances.some((instance) => instance.groupId === other.id),
    );
  };

/** Dissolves a group; its instances stay where they are. */
export const ungroup =
  (groupId: string) =>
  (draft: Draft<SceneDocument>): void => {
    for (const instance of draft.instances) if (instance.groupId === groupId) instance.groupId = null;
    draft.groups = draft.groups.filter((group) => group.id !== groupId);
  };

export const renameGroup =
  (groupId: string, name: string) =>
  (draft: Draft<SceneDocument>): void => {
    const group = draft.groups.find((other) => other.id === groupId);
    if (group) group.name = name;
  };
