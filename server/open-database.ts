import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Env } from '@/lib/env';
import { log } from '@/lib/log';
import { startEmbeddedDatabase } from './embedded-database/start';
import { StartError } from './start-error';

export type OpenDatabase = { url: string; stop: () => Promise<void> };

const DATABASE = 'twinnoverse';
const OLDEST_MAJOR = 15;
const PATIENCE_MS = 15_000;

/** The database in `url` if one is given, else the embedded one in the data folder. */
export async function openDatabase(
  { DATABASE_URL: url, EMBEDDED_SQL_PORT: sqlPort }: Pick<Env, 'DATABASE_URL' | 'EMBEDDED_SQL_PORT'>,
  dataFolder: string,
  onLost: (reason: unknown) => void,
): Promise<OpenDatabase> {
  if (url) return await openExternal(url);
  const embedded = await startEmbeddedDatabase({
    dataFolder,
    sqlPort,
    onLost,
    onLog: (line) =>
      /^(FATAL|PANIC|ERROR|WARNING)/.test(line)
        ? log().warn({ postgres: line }, 'database')
        : log().debug({ postgres: line }, 'database'),
  });
  try {
    await createDatabase(embedded.url('postgres'));
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  return { url: embedded.url(DATABASE), stop: embedded.stop };
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** Waits a little for a database that starts at the same time as we do (containers). */
async function openExternal(url: string): Promise<OpenDatabase> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      await checkVersion(url);
      return { url, stop: async () => {} };
    } catch (error) {
      if (error instanceof StartError) throw error;
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      const mayCome = ['ECONNREFUSED', 'ECONNRESET', 'EAI_AGAIN', '57P03'].includes(code);
      if (!mayCome || performance.now() > giveUpAt) throw unreachable(url, error);
      await wait(500);
    }
  }
}

async function checkVersion(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {}); // what matters is thrown by the query
  await client.connect();
  try {
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
    const major = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
    if (major < OLDEST_MAJOR) {
      throw new StartError(
        `The database in DATABASE_URL is PostgreSQL ${major}; Twinnoverse needs ${OLDEST_MAJOR} or newer.`,
      );
    }
  } finally {
    await client.end();
  }
}

/** Names the place, never the password. */
function unreachable(url: string, cause: unknown): StartError {
  const { hostname, port, pathname } = new URL(url);
  const reason =
    cause instanceof Error ? cause.message || ('code' in cause ? String(cause.code) : '') : String(cause);
  return new StartError(
    `The database in DATABASE_URL (${hostname}:${port || 5432}${pathname}) can't be used: ${reason}. Start it or correct DATABASE_URL; without DATABASE_URL Twinnoverse brings its own.`,
    { cause },
  );
}
