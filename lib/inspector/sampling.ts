import { sharedOnce } from '@/lib/shared-state';

/**
 * Which accepted requests are kept for the inspector. Asked for each of them, so it costs a look into one map:
 * one a second of a datasource, ten while somebody looks, and in all no more than the database should have to bear.
 */
const EVERY_MS = 1_000;
const EVERY_MS_WATCHED = 100;
const PER_SECOND_MAX = 100;
const WATCHED_FOR_MS = 5_000;
const DATASOURCES_MAX = 20_000;

type Sampling = {
  /** When the next one of a datasource may be kept. */
  nextAt: Map<string, number>;
  /** Until when somebody looks at the requests of a datasource. */
  watchedUntil: Map<string, number>;
  secondStartedAt: number;
  takenInSecond: number;
};

const sampling = sharedOnce<Sampling>('request-sampling', () => ({
  nextAt: new Map(),
  watchedUntil: new Map(),
  secondStartedAt: 0,
  takenInSecond: 0,
}));

/** Shall an accepted request be kept? Says yes at most as often as it may be. */
export function wantsSample(datasourceId: string, nowMs: number): boolean {
  const state = sampling();
  const nextAt = state.nextAt.get(datasourceId);
  // A clock that was set back must not end the sampling.
  if (nextAt !== undefined && nowMs < nextAt && nextAt - nowMs <= EVERY_MS) return false;
  return take(state, datasourceId, nowMs);
}

function take(state: Sampling, datasourceId: string, nowMs: number): boolean {
  const watchedUntil = state.watchedUntil.get(datasourceId);
  const isWatched = watchedUntil !== undefined && watchedUntil > nowMs;
  if (watchedUntil !== undefined && !isWatched) state.watchedUntil.delete(datasourceId);
  if (Math.abs(nowMs - state.secondStartedAt) >= 1_000) {
    state.secondStartedAt = nowMs;
    state.takenInSecond = 0;
  }
  if (!isWatched && state.takenInSecond >= PER_SECOND_MAX) return false;
  state.takenInSecond += 1;
  if (state.nextAt.size >= DATASOURCES_MAX) state.nextAt.clear();
  state.nextAt.set(datasourceId, nowMs + (isWatched ? EVERY_MS_WATCHED : EVERY_MS));
  return true;
}

/** Somebody looks at the requests of a datasource, in this process or another one; to be said again every few seconds. */
export function noteWatched(datasourceId: string, nowMs: number): void {
  const state = sampling();
  const wasWatched = (state.watchedUntil.get(datasourceId) ?? 0) > nowMs;
  state.watchedUntil.set(datasourceId, nowMs + WATCHED_FOR_MS);
  if (!wasWatched) state.nextAt.delete(datasourceId);
}
