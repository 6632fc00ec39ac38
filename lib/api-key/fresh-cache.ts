import { problem } from '@/lib/problem';
import { BatchedLookup } from './batched-lookup';

type Entry<V> = {
  value: V;
  checkedAt: number;
  /** A look into the database is under way already. */
  refreshing: boolean;
};

type Options<V> = {
  load: (names: readonly string[]) => Promise<ReadonlyMap<string, V>>;
  /** How long the absence of a name is believed. */
  absentMsMax: number;
  /** Names that are known and, apart from them, names that are known to be absent. */
  entriesMax: number;
  /** Queries for names that are not known. */
  queriesPerSecond: number;
};

/** What is older is looked up again before it counts. */
const AGE_MS_MAX = 1_000;
/** From here on it is looked up again behind the scenes, so that at full speed nobody waits. */
const REFRESH_AGE_MS = AGE_MS_MAX / 2;

/**
 * Rows in memory by name, never more than a second behind the database. What is known and what is absent are kept
 * apart and looked up apart: a flood of made-up names neither drives out nor holds up what is known.
 */
export class FreshCache<V> {
  private readonly known = new Map<string, Entry<V>>();
  private readonly absent = new Map<string, number>();
  private readonly refreshes: BatchedLookup<V>;
  private readonly lookUps: BatchedLookup<V>;

  constructor(private readonly options: Options<V>) {
    const onFound = (name: string, value: V | undefined, askedAt: number) =>
      this.remember(name, value, askedAt);
    const onFailed = (name: string) => {
      const entry = this.known.get(name);
      if (entry) entry.refreshing = false;
    };
    const { load, queriesPerSecond } = options;
    this.refreshes = new BatchedLookup({ load, onFound, onFailed });
    this.lookUps = new BatchedLookup({ load, onFound, onFailed, queriesPerSecond });
  }

  /** The row; undefined when it is absent; null when that must be asked for (`ask`). No promise while it is fresh. */
  find(name: string): V | undefined | null | Promise<V | undefined> {
    const entry = this.known.get(name);
    if (entry) {
      const ageMs = performance.now() - entry.checkedAt;
      if (ageMs >= AGE_MS_MAX) return this.refreshes.ask(name).catch(away);
      if (ageMs > REFRESH_AGE_MS && !entry.refreshing) {
        entry.refreshing = true;
        this.refreshes.want(name);
      }
      return entry.value;
    }
    const absentAt = this.absent.get(name);
    return absentAt !== undefined && performance.now() - absentAt < this.options.absentMsMax
      ? undefined
      : null;
  }

  /** @throws Problem `unavailable` */
  ask(name: string): Promise<V | undefined> {
    return this.lookUps.ask(name).catch(away);
  }

  /** Forgets what was changed, after the commit: whoever asks next waits for the new row. */
  forget(isChanged: (value: V) => boolean): void {
    this.doubt();
    for (const [name, { value }] of this.known) {
      if (isChanged(value)) this.known.delete(name);
    }
  }

  /** Anything may have changed: all is looked up again when next asked for, and nothing is taken for absent. */
  distrust(): void {
    this.doubt();
    for (const entry of this.known.values()) entry.checkedAt = Number.NEGATIVE_INFINITY;
    this.absent.clear();
  }

  private doubt(): void {
    this.refreshes.doubt();
    this.lookUps.doubt();
  }

  private remember(name: string, value: V | undefined, askedAt: number): void {
    if (value === undefined) {
      this.known.delete(name);
      setBounded(this.absent, name, askedAt, this.options.entriesMax);
    } else {
      this.absent.delete(name);
      setBounded(this.known, name, { value, checkedAt: askedAt, refreshing: false }, this.options.entriesMax);
    }
  }
}

/** Of too many the oldest goes. */
function setBounded<V>(map: Map<string, V>, name: string, value: V, sizeMax: number): void {
  if (map.size >= sizeMax && !map.has(name)) map.delete(map.keys().next().value ?? '');
  map.set(name, value);
}

function away(cause: unknown): never {
  throw problem('unavailable', { retryAfterSeconds: 2, cause });
}
