import type { PartNode } from '@/lib/asset/schema';
import { matchesWords } from '@/lib/match-words';

export type PartRow = {
  part: PartNode;
  depth: number;
  /** Undefined: it has no parts inside. */
  open: boolean | undefined;
  /** Ids of the parts inside that the closed row stands for, itself included. */
  stands: readonly string[];
};

const insideOf = (part: PartNode): string[] => [part.id, ...part.children.flatMap(insideOf)];

/**
 * Rows of the parts tree. A search shows what matches with the way to it, everything on it opened.
 * @param open ids of the opened parts
 */
export function prepareParts(
  parts: readonly PartNode[],
  open: ReadonlySet<string>,
  search: string,
): PartRow[] {
  const searching = search.trim() !== '';
  const matches = (part: PartNode): boolean => matchesWords(part.name, search) || part.children.some(matches);
  const rows: PartRow[] = [];
  const walk = (level: readonly PartNode[], depth: number) => {
    for (const part of level) {
      if (searching && !matches(part)) continue;
      const hasParts = part.children.length > 0;
      const isOpen = hasParts && (searching ? part.children.some(matches) : open.has(part.id));
      rows.push({
        part,
        depth,
        open: hasParts ? isOpen : undefined,
        stands: isOpen ? [part.id] : insideOf(part),
      });
      if (isOpen) walk(part.children, depth + 1);
    }
  };
  walk(parts, 0);
  return rows;
}

/** Parts around a part, the outermost first; empty for a root and for what is not there. */
export function ancestorsOf(parts: readonly PartNode[], id: string): string[] {
  for (const part of parts) {
    if (part.id === id) return [];
    if (!insideOf(part).includes(id)) continue;
    return [part.id, ...ancestorsOf(part.children, id)];
  }
  return [];
}

/** What is open at first: the roots, and the way to each part that carries a widget. */
export const firstOpen = (parts: readonly PartNode[], carrying: readonly string[]): Set<string> =>
  new Set([...parts.map((part) => part.id), ...carrying.flatMap((id) => ancestorsOf(parts, id))]);
