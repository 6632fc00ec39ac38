import { hash as digest } from 'node:crypto';
import { problem } from '@/lib/problem';
import { sharedOnce } from '@/lib/shared-state';
import { onFlush } from '@/lib/telemetry/flusher';
import { findKeys, type KeyUse, type KnownKey, saveKeyUses } from './key-table';
import { looksLikeApiKey } from './key-text';

/**
 * Keys in memory, by hash: at full speed a request costs no query. An entry is looked up again in the background
 * when it is half as old as allowed, and waited for only when it is older, so that what another process revokes
 * is refused here within a second. What this process changes is forgotten at once (`forgetKeys`).
 *
 * Only hashes are kept, here as in the database: a memory dump holds no key.
 */
type Entry = {
  /** Undefined: there is no such key. */
  key: KnownKey | undefined;
  checkedAt: number;
  /** A look into the database is under way already. */
  refreshing: boolean;
};

const AGE_MS_MAX = 1_000;
const REFRESH_AGE_MS = AGE_MS_MAX / 2;
/** A key that does not exist will not come into being: its 190 bits would have to be guessed. */
const ABSENT_AGE_MS_MAX = 30_000;
const ENTRIES_MAX = 20_000;
const HASHES_PER_QUERY_MAX = 1_000;
const USE_SAVED_EVERY_MS = 60_000;
const USE_KEPT_MS = 10 * USE_SAVED_EVERY_MS;

type Cache = {
  entries: Map<string, Entry>;
  /** Hashes for the next query, with those who wait for it. */
  wanted: Map<string, ((error?: unknown) => void)[]>;
  querying: boolean;
  /** Raised by each change of keys in this process: an answer to an older question may be out of date. */
  generation: number;
  uses: Map<string, KeyUse & { savedAt: number }>;
};

const cache = sharedOnce<Cache>('key-cache', () => ({
  entries: new Map(),
  wanted: new Map(),
  querying: false,
  generation: 0,
  uses: new Map(),
}));

/**
 * The key that reads so; undefined when there is none. Answers without a promise while it knows, and for a text
 * that can't be a key of ours.
 * @param onLookup called before a key that we do not know is looked up: may refuse by throwing
 */
export function findKey(
  text: string,
  address: string,
  onLookup: (address: string) => void,
): KnownKey | undefined | Promise<KnownKey | undefined> {
  const { entries } = cache();
  const hash = digest('sha256', text, 'base64');
  const entry = entries.get(hash);
  if (entry) {
    const age = Date.now() - entry.checkedAt;
    if (entry.key === undefined && age < ABSENT_AGE_MS_MAX) return undefined;
    if (entry.key && age < AGE_MS_MAX) {
      if (age > REFRESH_AGE_MS && !entry.refreshing) {
        entry.refreshing = true;
        lookUp(hash);
      }
      return entry.key;
    }
  } else {
    if (!looksLikeApiKey(text)) return undefined;
    onLookup(address);
  }
  return new Promise((resolve, reject) => {
    lookUp(hash, (error) => {
      if (error) reject(problem('unavailable', { retryAfterSeconds: 2, cause: error }));
      else resolve(cache().entries.get(hash)?.key);
    });
  });
}

/** Asks for a hash with the next query; many at once cost one query, and one query runs at a time. */
function lookUp(hash: string, waiting?: (error?: unknown) => void): void {
  const state = cache();
  const others = state.wanted.get(hash) ?? [];
  if (waiting) others.push(waiting);
  state.wanted.set(hash, others);
  if (!state.querying) {
    state.querying = true;
    setImmediate(() => void queryWanted(state));
  }
}

async function queryWanted(state: Cache): Promise<void> {
  while (state.wanted.size > 0) {
    const batch = [...state.wanted].slice(0, HASHES_PER_QUERY_MAX);
    for (const [hash] of batch) state.wanted.delete(hash);
    const askedAt = Date.now();
    const { generation } = state;
    try {
      const found = await findKeys(batch.map(([hash]) => hash));
      if (state.generation !== generation) {
        for (const [hash, waiting] of batch) {
          state.wanted.set(hash, [...waiting, ...(state.wanted.get(hash) ?? [])]);
        }
        continue;
      }
      for (const [hash] of batch) remember(state, hash, found.get(hash), askedAt);
      for (const [, waiting] of batch) for (const tell of waiting) tell();
    } catch (error) {
      for (const [hash, waiting] of batch) {
        const entry = state.entries.get(hash);
        if (entry) entry.refreshing = false;
        for (const tell of waiting) tell(error);
      }
    }
  }
  state.querying = false;
}

function remember(state: Cache, hash: string, key: KnownKey | undefined, checkedAt: number): void {
  const { entries } = state;
  if (!entries.has(hash) && entries.size >= ENTRIES_MAX) entries.delete(entries.keys().next().value ?? '');
  entries.set(hash, { key, checkedAt, refreshing: false });
}

/** Forgets what is known of a datasource's keys: they were changed. Call it after the commit. */
export function forgetKeys(datasourceId: string): void {
  const state = cache();
  state.generation += 1;
  for (const [hash, entry] of state.entries) {
    if (entry.key?.datasource.id === datasourceId) state.entries.delete(hash);
  }
}

/** Notes the use of a key; written down with the next flush, at most once a minute. */
export function noteKeyUse(key: KnownKey, address: string | undefined): void {
  const { uses } = cache();
  const known = uses.get(key.id);
  if (!known) {
    uses.set(key.id, { keyId: key.id, at: Date.now(), address: address ?? null, savedAt: 0 });
    onFlush('key-uses', flushKeyUses);
    return;
  }
  known.at = Date.now();
  known.address = address ?? null;
}

async function flushKeyUses({ final }: { final: boolean }): Promise<void> {
  const { uses } = cache();
  const now = Date.now();
  const due = [...uses.values()].filter(
    (use) => use.at > use.savedAt && (final || now - use.savedAt > USE_SAVED_EVERY_MS),
  );
  await saveKeyUses(due);
  for (const use of due) use.savedAt = now;
  for (const [id, use] of uses) if (now - use.at > USE_KEPT_MS) uses.delete(id);
}
