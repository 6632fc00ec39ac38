import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sessionSecret } from '@/lib/auth/session-secret';
import { closeDatabase } from '@/lib/database';
import { noteEmbeddedDatabase } from '@/lib/database-place';
import { type Env, resetEnv } from '@/lib/env';
import { liveBus } from '@/lib/live/bus';
import { log } from '@/lib/log';
import { migrate } from '@/lib/migrate';
import { closePostgresChannel } from '@/lib/postgres-channel';
import { startEngines } from './engines';
import { frontDoor } from './front-door';
import { healthDoor, type Phase } from './health-door';
import { listen } from './http-server';
import { ingestDoor } from './ingest-door';
import { liveDoor } from './live-door';
import { openDatabase } from './open-database';
import { OpenRequests } from './open-requests';
import type { Pages } from './pages';
import { logAnswered } from './request-log';
import { setV8Flags } from './v8-flags';

export const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

export type ServerOptions = {
  env: Env;
  /** False: only health, ingest and live streams are answered (tests of the process need no build). */
  pages: boolean;
  /** The database ended and can't be started again. */
  onLost: (reason: unknown) => void;
};

export type RunningServer = { port: number; stop: () => Promise<void> };

/** How long a drain waits for requests that are being answered. Ctrl-C promises five seconds in all. */
const REQUESTS_MS_MAX = 2_500;

/**
 * Starts everything, in the order in which each part needs the last; `stop` ends it in the reverse order.
 * It listens first, so that a taken port is said at once; until it is ready it answers 503.
 */
export async function startServer({ env, pages, onLost }: ServerOptions): Promise<RunningServer> {
  setV8Flags();
  let phase: Phase = 'starting';
  let open: Pages | undefined;
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    phase = 'stopping';
    for (const end of stops.reverse()) await end();
  };
  try {
    const { server, port } = await listen(env.PORT, env.HOST);
    const openRequests = new OpenRequests(logAnswered);
    server.on(
      'request',
      frontDoor({
        phase: () => phase,
        openRequests,
        ingest: ingestDoor,
        health: healthDoor(() => phase),
        live: liveDoor,
        pages: () => open?.answer,
      }),
    );
    stops.push(async () => server.closeAllConnections());

    const dataFolder = path.resolve(ROOT, env.DATA_DIR);
    const database = await openDatabase(env, dataFolder, onLost);
    stops.push(database.stop);
    if (!env.DATABASE_URL) noteEmbeddedDatabase();
    // Read by whatever comes next, Next's copy of our modules included.
    process.env.DATABASE_URL = database.url;
    process.env.DATA_DIR = dataFolder;
    // A database that we started ourselves has nobody else on it.
    if (env.LIVE_BUS === 'auto') process.env.LIVE_BUS = env.DATABASE_URL ? 'postgres' : 'process';
    resetEnv();
    const applied = await migrate(database.url, path.join(ROOT, 'prisma', 'migrations'));
    if (applied.length > 0) log().info({ applied }, 'migrated');
    stops.push(closeDatabase);
    stops.push(closePostgresChannel);
    stops.push(async () => liveBus().close());
    process.env.AUTH_SECRET = await sessionSecret();
    resetEnv();

    stops.push(await startEngines());
    if (pages) {
      const { openPages } = await import('./pages'); // Next takes its time to load
      open = await openPages(ROOT, server, env.HOST, port);
      stops.push(open.close);
    }
    stops.push(async () => {
      server.close(); // no new connections; idle ones end
      const { unanswered } = await openRequests.drain(REQUESTS_MS_MAX);
      if (unanswered > 0) log().warn({ unanswered }, 'some requests were cut off');
    });
    phase = 'ready';
    return { port, stop };
  } catch (error) {
    await stop().catch(() => {}); // the first error is the one to tell
    throw error;
  }
}
