import { notify, onNotice } from '@/lib/postgres-channel';
import { sharedOnce } from '@/lib/shared-state';
import { noteWatched } from './sampling';

const CHANNEL = 'inspector';
/** Well within the time for which one look counts (sampling.ts). */
const TOLD_EVERY_MS = 2_000;
const DATASOURCES_MAX = 1_000;

const toldAt = sharedOnce('inspector-told', () => new Map<string, number>());

/** Somebody looks at the requests of a datasource: all processes keep more of them for a while. */
export function watchRequests(datasourceId: string): void {
  const now = Date.now();
  noteWatched(datasourceId, now);
  if (now - (toldAt().get(datasourceId) ?? 0) < TOLD_EVERY_MS) return;
  if (toldAt().size >= DATASOURCES_MAX) toldAt().clear();
  toldAt().set(datasourceId, now);
  void notify(CHANNEL, datasourceId);
}

/** Hears of those who look by way of other processes. Answers how to stop. */
export function hearWatchers(): () => void {
  return onNotice(CHANNEL, {
    notice: (datasourceId, isOwn) => {
      if (!isOwn) noteWatched(datasourceId, Date.now());
    },
  });
}
