import { hash as digest } from 'node:crypto';
import { notify, onNotice } from '@/lib/postgres-channel';
import { sharedOnce } from '@/lib/shared-state';
import { FreshCache } from './fresh-cache';
import { findKeys, type KnownKey } from './key-table';
import { forgetTargets } from './key-target';
import { API_KEY_LENGTH, looksLikeApiKey } from './key-text';
import { enterGate, leaveGate } from './lookup-gate';

/** A key that does not exist will not come into being: its 190 bits would have to be guessed. */
const ABSENT_MS_MAX = 30_000;
const ENTRIES_MAX = 50_000;
/** A flood of made-up keys costs twenty queries a second, whoever sends it. */
const QUERIES_PER_SECOND = 20;
const CHANNEL = 'api_keys';

/**
 * Keys in memory, by hash: at full speed a request costs no query, and what another process changed counts as soon
 * as its notice comes, at the latest within a second. Only hashes are kept, here as in the database: a memory dump
 * holds no key.
 */
const cache = sharedOnce('key-cache', () => {
  onNotice(CHANNEL, {
    notice: (id, isOwn) => {
      if (!isOwn) forget(id);
    },
    missed: () => {
      cache().distrust();
      forgetTargets();
    },
  });
  return new FreshCache<KnownKey>({
    load: findKeys,
    absentMsMax: ABSENT_MS_MAX,
    entriesMax: ENTRIES_MAX,
    queriesPerSecond: QUERIES_PER_SECOND,
  });
});

/**
 * The key that reads so; undefined when there is none. Answers without a promise while it knows, and for a text
 * that can't be a key of ours.
 * @param address of the sender: how many unknown keys it may have looked up is limited
 * @throws Problem `too_many_requests`, `unavailable`
 */
export function findKey(text: string, address: string): KnownKey | undefined | Promise<KnownKey | undefined> {
  if (text.length !== API_KEY_LENGTH) return undefined;
  const hash = digest('sha256', text, 'base64');
  const found = cache().find(hash);
  if (found !== null) return found;
  // Only now the checksum: who sends known keys does not pay for it.
  return looksLikeApiKey(text) ? lookUp(hash, enterGate(address)) : undefined;
}

async function lookUp(hash: string, address: string): Promise<KnownKey | undefined> {
  let wasWrong = false;
  try {
    const key = await cache().ask(hash);
    wasWrong = key === undefined;
    return key;
  } finally {
    leaveGate(address, wasWrong);
  }
}

/**
 * Keys were changed: this process forgets at once what it knows of them, the others as soon as they hear of it. Call
 * it after the commit.
 * @param id of a key, or of a datasource or a workspace whose keys are all meant
 */
export function keysChanged(id: string): void {
  forget(id);
  void notify(CHANNEL, id);
}

function forget(id: string): void {
  cache().forget(
    (key) => key.id === id || key.workspaceId === id || (key.datasourceIds?.includes(id) ?? false),
  );
  forgetTargets();
}
