import type { Severity } from '@/lib/alert/schema';
import type { DatasourceStatus } from '@/lib/datasource/status';
import { matchesWords } from '@/lib/match-words';
import type { SceneSummary } from '@/lib/scene/api-schema';

/** How a scene fares: alerts that are met in it, and the state of the datasources that it shows. */
export type SceneState = {
  act: number;
  look: number;
  /** The worst of its datasources; null when it shows none. */
  status: DatasourceStatus | null;
  /** How many are in that state. */
  inStatus: number;
};

export type MetInScene = { severity: Severity; watched: { scenes: readonly { id: string }[] } };

const BY_ATTENTION: readonly DatasourceStatus[] = ['error', 'stale', 'never', 'live'];

export function sceneState(
  scene: SceneSummary,
  met: readonly MetInScene[],
  statusOf: (datasourceId: string) => DatasourceStatus | undefined,
): SceneState {
  const here = met.filter(({ watched }) => watched.scenes.some(({ id }) => id === scene.id));
  const statuses = scene.datasourceIds.map((id) => statusOf(id) ?? 'never');
  const status = BY_ATTENTION.find((one) => statuses.includes(one)) ?? null;
  return {
    act: here.filter(({ severity }) => severity === 'act').length,
    look: here.filter(({ severity }) => severity === 'look').length,
    status,
    inStatus: statuses.filter((one) => one === status).length,
  };
}

export const SCENE_FILTERS = ['all', 'alerts', 'shared'] as const;
export type SceneFilter = (typeof SCENE_FILTERS)[number];
export const SCENE_ORDERS = ['changed', 'name'] as const;
export type SceneOrder = (typeof SCENE_ORDERS)[number];
export type SceneView = { search: string; filter: SceneFilter; order: SceneOrder };
export const FIRST_VIEW: SceneView = { search: '', filter: 'all', order: 'changed' };

type StateOf = (scene: SceneSummary) => SceneState;

const TESTS: Record<SceneFilter, (scene: SceneSummary, stateOf: StateOf) => boolean> = {
  all: () => true,
  alerts: (scene, stateOf) => stateOf(scene).act + stateOf(scene).look > 0,
  shared: (scene) => scene.shared,
};

const COMPARE: Record<SceneOrder, (a: SceneSummary, b: SceneSummary) => number> = {
  changed: (a, b) => b.updatedAt.localeCompare(a.updatedAt),
  name: (a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }),
};

/** The scenes to show, in order. Every word of the search must occur in name or description. */
export function prepareScenes(
  scenes: readonly SceneSummary[],
  { search, filter, order }: SceneView,
  stateOf: StateOf,
): SceneSummary[] {
  return scenes
    .filter((scene) => TESTS[filter](scene, stateOf))
    .filter((scene) => matchesWords(`${scene.name} ${scene.description}`, search))
    .sort((a, b) => COMPARE[order](a, b) || a.id.localeCompare(b.id));
}

export const countFilters = (
  scenes: readonly SceneSummary[],
  stateOf: StateOf,
): Record<SceneFilter, number> => ({
  all: scenes.length,
  alerts: scenes.filter((scene) => TESTS.alerts(scene, stateOf)).length,
  shared: scenes.filter((scene) => scene.shared).length,
});
