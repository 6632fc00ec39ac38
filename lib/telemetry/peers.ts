import { isBetweenProcesses, type LiveChange, liveBus } from '@/lib/live/bus';
import { log } from '@/lib/log';
import { notify, onNotice } from '@/lib/postgres-channel';
import { sharedOnce } from '@/lib/shared-state';
import { applyForeign } from './apply-foreign';
import { knownMemories, knownMemory, whenLoaded } from './datasource-memory';
import { type DatasourceMemory, isDirty } from './memory';
import { refreshMemory } from './refresh-memory';
import { stateOf, updateOf } from './snapshot';

/** Settings of a datasource were changed, or it was deleted: its id. */
const CHANNEL = 'datasource';
/** What was stored longer ago than this is written down, as flushes come each second. */
const UNWRITTEN_MS_MAX = 30_000;

/** Connects what this process knows with what others store on the same database; once per process. */
export const joinPeers: () => void = sharedOnce('telemetry-peers', () => {
  if (!isBetweenProcesses()) return () => {};
  liveBus().join({
    change: takeChange,
    asked: (ids) => ids.flatMap((id) => unwritten(knownMemory(id)) ?? []),
    missed: (ids) => void refreshAll(ids),
  });
  onNotice(CHANNEL, {
    notice: (id, isOwn) => {
      if (!isOwn) void refreshAll([id]);
    },
    missed: () => void refreshAll([...knownMemories()].map(({ id }) => id)),
  });
  return () => {};
});

/** Lets other processes read again what the database knows of a datasource. Call it after the commit. */
export function announceDatasource(id: string): void {
  if (isBetweenProcesses()) void notify(CHANNEL, id);
}

function takeChange(change: LiveChange): LiveChange {
  const memory = knownMemory(change.datasourceId);
  if (memory) return applyForeign(memory, change);
  // What the database answered may be older than this.
  whenLoaded(change.datasourceId, (loaded) => void applyForeign(loaded, change));
  return change;
}

/** Everything that is known, when a part of it may not be written yet. */
function unwritten(memory: DatasourceMemory | undefined): LiveChange | undefined {
  if (!memory || (!isDirty(memory) && Date.now() - memory.storedAt > UNWRITTEN_MS_MAX)) return undefined;
  const metrics = [...memory.metrics.values()];
  return {
    datasourceId: memory.id,
    state: stateOf(memory),
    recentMinutes: memory.recentMinutes,
    ...(memory.lastMessageAt === null ? {} : { arrivedAt: memory.lastMessageAt }),
    metrics: metrics.map(({ info }) => info),
    updates: metrics.flatMap((metric) => {
      const update = updateOf(metric);
      return update ? [update] : [];
    }),
  };
}

/** One after the other, as it may be many; open streams are told what is news. */
async function refreshAll(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    if (!knownMemory(id)) continue;
    try {
      const change = await refreshMemory(id);
      if (change && (change.state || change.metrics || change.updates)) liveBus().publishHere(change);
    } catch (error) {
      log().warn({ err: error }, 'what other processes stored could not be read');
    }
  }
}
