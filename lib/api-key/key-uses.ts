import { pool } from '@/lib/database';
import { sharedOnce } from '@/lib/shared-state';
import { onFlush } from '@/lib/telemetry/flusher';
import type { KnownKey } from './key-table';

type KeyUse = { keyId: string; at: number; address: string | null; agent: string | null; savedAt: number };

const SAVED_EVERY_MS = 60_000;
const KEPT_MS = 10 * SAVED_EVERY_MS;
/** Some name every part of themselves. */
const AGENT_LENGTH_MAX = 200;

const keyUses = sharedOnce('key-uses', () => new Map<string, KeyUse>());

/** Notes the use of a key; written down with the next flush, at most once a minute. */
export function noteKeyUse(key: KnownKey, address: string | undefined, agent: string | undefined): void {
  const known = keyUses().get(key.id);
  if (!known) {
    keyUses().set(key.id, {
      keyId: key.id,
      at: Date.now(),
      address: address ?? null,
      agent: agent ?? null,
      savedAt: 0,
    });
    onFlush('key-uses', flushKeyUses);
    return;
  }
  known.at = Date.now();
  known.address = address ?? null;
  known.agent = agent ?? null;
}

async function flushKeyUses({ final }: { final: boolean }): Promise<void> {
  const now = Date.now();
  const due = [...keyUses().values()].filter(
    (use) => use.at > use.savedAt && (final || now - use.savedAt > SAVED_EVERY_MS),
  );
  await saveKeyUses(due);
  for (const use of due) use.savedAt = now;
  for (const [id, use] of keyUses()) if (now - use.at > KEPT_MS) keyUses().delete(id);
}

async function saveKeyUses(uses: readonly KeyUse[]): Promise<void> {
  if (uses.length === 0) return;
  await pool().query(
    `update api_key k set last_used_at = u.at, last_used_from = u.address, last_used_agent = u.agent
       from unnest($1::text[], $2::timestamptz[], $3::text[], $4::text[]) as u(id, at, address, agent)
      where k.id = u.id and (k.last_used_at is null or k.last_used_at < u.at)`,
    [
      uses.map((use) => use.keyId),
      uses.map((use) => new Date(use.at)),
      uses.map((use) => use.address),
      uses.map((use) => use.agent?.slice(0, AGENT_LENGTH_MAX) ?? null),
    ],
  );
}
