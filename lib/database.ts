import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { env } from './env';
import { PrismaClient } from './generated/prisma/client';
import { shared, takeShared } from './shared-state';

/** The process's one pool. Hot paths use it with hand-written SQL (one file per table). */
export function pool(): pg.Pool {
  return shared('pool', () => {
    const made = new pg.Pool({
      connectionString: env().DATABASE_URL,
      max: 12,
      application_name: 'twinnoverse',
      // A database that hangs is as good as away: say so (503) instead of letting requests pile up.
      connectionTimeoutMillis: 5_000,
    });
    // A connection that the database drops must not end the process, idle or in use; the next query reports it.
    made.on('error', () => {});
    made.on('connect', (client) => client.on('error', () => {}));
    return made;
  });
}

/** Prisma over the same pool. */
export function prisma(): PrismaClient {
  return shared('prisma', () => new PrismaClient({ adapter: new PrismaPg(pool()) }));
}

/** Ends all connections, once running queries are answered. The next call of `pool()` makes new ones. */
export async function closeDatabase(): Promise<void> {
  await takeShared<PrismaClient>('prisma')?.$disconnect();
  await takeShared<pg.Pool>('pool')?.end();
}
