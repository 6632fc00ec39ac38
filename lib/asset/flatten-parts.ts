import type { PartNode } from './schema';

/** All parts of a tree, parents before their children. */
export const flattenParts = (parts: readonly PartNode[]): PartNode[] =>
  parts.flatMap((part) => [part, ...flattenParts(part.children)]);
