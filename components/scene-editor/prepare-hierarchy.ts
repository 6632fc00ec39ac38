import { matchesWords } from '@/lib/match-words';
import type { Group, Instance, SceneDocument } from '@/lib/scene/schema';

export type HierarchyRow =
  | { kind: 'group'; group: Group; count: number; open: boolean }
  | { kind: 'instance'; instance: Instance; depth: 0 | 1 };

/**
 * Rows of the hierarchy panel: groups with their instances, then what is in no group. A search shows what matches,
 * with every group open.
 */
export function prepareHierarchy(
  document: SceneDocument,
  closed: ReadonlySet<string>,
  search: string,
): HierarchyRow[] {
  const searching = search.trim() !== '';
  const matches = (name: string) => matchesWords(name, search);
  const rows: HierarchyRow[] = [];
  for (const group of document.groups) {
    const inside = document.instances.filter((instance) => instance.groupId === group.id);
    const shown = matches(group.name) ? inside : inside.filter((instance) => matches(instance.name));
    if (searching && shown.length === 0) continue;
    const open = searching || !closed.has(group.id);
    rows.push({ kind: 'group', group, count: inside.length, open });
    if (open) for (const instance of shown) rows.push({ kind: 'instance', instance, depth: 1 });
  }
  for (const instance of document.instances) {
    const loose = !document.groups.some((group) => group.id === instance.groupId);
    if (loose && matches(instance.name)) rows.push({ kind: 'instance', instance, depth: 0 });
  }
  return rows;
}
