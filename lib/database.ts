import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { env } from './env';
import { PrismaClient } from './generated/prisma/client';
import { shared, takeShared } from './shared-state';

/** The process's pool. Hot paths use it with hand-written SQL (one file per table). */
export function pool(): pg.Pool {
  return shared('pool', () => makePool(12));
}

/**
 * For reads of history, which may be long and many: they must not take the connections of everybody else. Its
 * statements are planned once; by default PostgreSQL would plan them at each call, for the partitions, which takes
 * longer than running them.
 */
export function historyPool(): pg.Pool {
  return shared('history-pool', () =>
    makePool(4, async (client) => {
      await client.query('set plan_cache_mode = force_generic_plan; set jit = off');
    }),
  );
}

function makePool(max: number, onConnect?: (client: pg.ClientBase) => Promise<void>): pg.Pool {
  const made = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max,
    application_name: 'twinnoverse',
    // A database that hangs is as good as away: say so (503) instead of letting requests pile up.
    connectionTimeoutMillis: 5_000,
    ...(onConnect ? { onConnect } : {}),
  });
  // A connection that the database drops must not end the process, idle or in use; the next query reports it.
  made.on('error', () => {});
  made.on('connect', (client) => client.on('error', () => {}));
  return made;
}

/** Prisma over the same pool. */
export function prisma(): PrismaClient {
  return shared('prisma', () => new PrismaClient({ adapter: new PrismaPg(pool()) }));
}

/** Ends all connections, once running queries are answered. The next call makes new ones. */
export async function closeDatabase(): Promise<void> {
  await takeShared<PrismaClient>('prisma')?.$disconnect();
  await takeShared<pg.Pool>('history-pool')?.end();
  await takeShared<pg.Pool>('pool')?.end();
}
