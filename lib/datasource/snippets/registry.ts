import { arduino } from './arduino';
import { curl } from './curl';
import type { SnippetDefinition, SnippetKind } from './definition';
import { node } from './node';
import { nodeRed } from './node-red';
import { powershell } from './powershell';
import { python } from './python';

const DEFINITIONS: { [K in SnippetKind]: SnippetDefinition<K> } = {
  curl,
  python,
  node,
  powershell,
  arduino,
  node_red: nodeRed,
};

/** In the order of the page. */
export const SNIPPETS: readonly SnippetDefinition[] = Object.values(DEFINITIONS);
