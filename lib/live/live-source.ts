/** What a page wants to hear of: datasources by id, all datasources of a scene, or those of a shared scene. */
export type LiveSource = { datasourceIds: readonly string[] } | { sceneId: string } | { share: string };

/** Same text, same stream. */
export function liveQuery(source: LiveSource): string {
  if ('share' in source) return `share=${encodeURIComponent(source.share)}`;
  if ('sceneId' in source) return `scene=${encodeURIComponent(source.sceneId)}`;
  return `datasources=${[...new Set(source.datasourceIds)].sort().map(encodeURIComponent).join(',')}`;
}

/** The datasources a page asks for may be none (an asset without widgets): then no stream is opened. */
export const isEmptySource = (source: LiveSource): boolean =>
  'datasourceIds' in source && source.datasourceIds.length === 0;
