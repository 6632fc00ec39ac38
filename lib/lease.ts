import { randomUUID } from 'node:crypto';
import { pool } from './database';
import { log } from './log';

/** Who holds a lease and ends without a word (`kill -9`) is followed by another after this. */
const TTL_MS = 60_000;
const RENEW_MS = 20_000;

/** A background job that only one process does at a time. */
export type Lease = {
  /** Aborted when the lease is lost (the database was away for too long) or given back. */
  signal: AbortSignal;
  /** Gives it back, so that another may take it at once. */
  release: () => Promise<void>;
};

/**
 * Takes the lease of this name and keeps it, or answers undefined when somebody else holds it. A process that stood
 * still may believe for a moment that it still holds a lease: what it does must bear a second one doing the same, slowly and
 * in transactions.
 */
export async function takeLease(
  name: string,
  { ttlMs = TTL_MS, renewMs = RENEW_MS } = {},
): Promise<Lease | undefined> {
  const holder = randomUUID();
  const stop = new AbortController();
  let goodUntil = performance.now() + ttlMs;
  if (!(await claim(name, holder, ttlMs))) return undefined;

  let renewing: Promise<void> = Promise.resolve();
  const renew = async () => {
    const asked = performance.now();
    try {
      if (await claim(name, holder, ttlMs)) goodUntil = asked + ttlMs;
      else stop.abort();
    } catch (error) {
      log().debug({ err: error, lease: name }, 'a lease could not be renewed'); // it lasts a while
    }
    if (performance.now() > goodUntil) stop.abort();
  };
  const timer = setInterval(() => {
    renewing = renew();
  }, renewMs).unref();
  stop.signal.addEventListener('abort', () => clearInterval(timer));

  return {
    signal: stop.signal,
    release: async () => {
      stop.abort();
      await renewing;
      await pool().query('delete from lease where name = $1 and holder = $2', [name, holder]);
    },
  };
}

/** By the clock of the database: those of processes differ. */
async function claim(name: string, holder: string, ttlMs: number): Promise<boolean> {
  const { rowCount } = await pool().query(
    `insert into lease (name, holder, expires_at) values ($1, $2, now() + $3 * interval '1 millisecond')
     on conflict (name) do update set holder = excluded.holder, expires_at = excluded.expires_at
      where lease.holder = excluded.holder or lease.expires_at < now()`,
    [name, holder, ttlMs],
  );
  return rowCount === 1;
}
