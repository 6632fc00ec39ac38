import { liveBus } from '@/lib/live/bus';
import { sharedOnce } from '@/lib/shared-state';
import { loadMemory } from './load-memory';
import { type DatasourceMemory, isDirty } from './memory';

type Memories = {
  known: Map<string, DatasourceMemory>;
  loading: Map<string, Promise<DatasourceMemory | undefined>>;
  /** What to do with a memory once it is loaded. */
  whenLoaded: Map<string, ((memory: DatasourceMemory) => void)[]>;
};

const IDLE_MS_MAX = 15 * 60_000;

const memories = sharedOnce<Memories>('datasource-memories', () => ({
  known: new Map(),
  loading: new Map(),
  whenLoaded: new Map(),
}));

/** What is known of a datasource; a promise only when it must be loaded, undefined when it does not exist. */
export function datasourceMemory(id: string): DatasourceMemory | Promise<DatasourceMemory | undefined> {
  const { known, loading } = memories();
  const memory = known.get(id);
  if (memory) {
    memory.usedAt = Date.now();
    return memory;
  }
  const running = loading.get(id);
  if (running) return running;
  const load = loadMemory(id)
    .then((made) => {
      if (made && loading.get(id) === load) {
        known.set(id, made);
        for (const take of memories().whenLoaded.get(id) ?? []) take(made);
      }
      return made;
    })
    .finally(() => {
      if (loading.get(id) !== load) return;
      loading.delete(id);
      memories().whenLoaded.delete(id);
    });
  loading.set(id, load);
  return load;
}

/** What is in memory of a datasource, without loading it. */
export const knownMemory = (id: string): DatasourceMemory | undefined => memories().known.get(id);

export const knownMemories = (): Iterable<DatasourceMemory> => memories().known.values();

/** Calls `take` with a memory that is being loaded, once it is; never when none is. */
export function whenLoaded(id: string, take: (memory: DatasourceMemory) => void): void {
  const { loading, whenLoaded: waiting } = memories();
  if (!loading.has(id)) return;
  const others = waiting.get(id);
  if (others) others.push(take);
  else waiting.set(id, [take]);
}

/** Drops what is known of a datasource that was deleted. */
export function forgetDatasource(id: string): void {
  memories().known.delete(id);
  memories().loading.delete(id);
  memories().whenLoaded.delete(id);
}

/** Drops what nobody used for a while, nobody looks at, and the database knows as well. */
export function forgetIdle(now: number): void {
  const { known } = memories();
  for (const [id, memory] of known) {
    const isIdle = now - memory.usedAt > IDLE_MS_MAX && !isDirty(memory);
    if (isIdle && !liveBus().wanted(id)) known.delete(id);
  }
}
