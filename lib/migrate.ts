import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { hideSqlViews } from './sql-access/hide-sql-views';

/**
 * Applies `prisma/migrations`, keeping Prisma's own table and lock, so that `prisma migrate deploy` and
 * this runner may be used on the same database. Why not Prisma's engine: docs/decisions/0002.
 */

/** The advisory lock that Prisma's engine takes too: of two processes that start together one waits. */
const PRISMA_LOCK = 72707369;

const TABLE = `create table if not exists "_prisma_migrations" (
  "id" varchar(36) primary key not null,
  "checksum" varchar(64) not null,
  "finished_at" timestamptz,
  "migration_name" varchar(255) not null,
  "logs" text,
  "rolled_back_at" timestamptz,
  "started_at" timestamptz not null default now(),
  "applied_steps_count" integer not null default 0
)`;

export type Migration = { name: string; sql: string };
type AppliedRow = { migration_name: string; checksum: string; finished_at: Date | null };

/** The database can't be brought to this version of the code; the message says why and what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

export function readMigrations(folder: string): Migration[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8') }));
}

/** Applies what is missing and returns the names of what it applied, in order. */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const migrations = readMigrations(folder);
  const client = new pg.Client({ connectionString: url, application_name: 'twinnoverse-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [PRISMA_LOCK]);
    await client.query(TABLE);
    const { rows } = await client.query<AppliedRow>(
      'select migration_name, checksum, finished_at from "_prisma_migrations" where rolled_back_at is null',
    );
    const missing = pending(migrations, rows);
    if (missing.length > 0) await hideSqlViews(client);
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    await client.end(); // ends the session, which frees the lock
  }
}

/** @throws MigrationError when the database's history is not a clean beginning of ours. */
function pending(migrations: Migration[], rows: AppliedRow[]): Migration[] {
  const known = new Map(rows.map((row) => [row.migration_name, row]));
  const strangers = rows
    .map((row) => row.migration_name)
    .filter((name) => !migrations.some((migration) => migration.name === name));
  if (strangers.length > 0) {
    throw new MigrationError(
      `The database was used by a newer version of Twinnoverse (it has ${strangers.join(', ')}, which this version does not know): start that version, or use another data folder.`,
    );
  }
  return migrations.filter(({ name, sql }) => {
    const row = known.get(name);
    if (!row) return true;
    if (!row.finished_at) {
      throw new MigrationError(
        `Migration ${name} failed earlier and was left half applied: repair it, then run "prisma migrate resolve".`,
      );
    }
    if (!checksums(sql).includes(row.checksum)) {
      throw new MigrationError(
        `Migration ${name} was edited after it was applied to this database: restore the file and put the change into a new migration.`,
      );
    }
    return false;
  });
}

/** A checkout may have changed the line ends; the migration is the same. */
function checksums(sql: string): string[] {
  const unix = sql.replace(/\r\n/g, '\n');
  return [sql, unix, unix.replace(/\n/g, '\r\n')].map(sha256);
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** One transaction holds the migration and its row: it is applied and known, or neither. */
async function apply(client: pg.Client, { name, sql }: Migration): Promise<void> {
  // For what PostgreSQL refuses in a transaction (create index concurrently): one statement per file then.
  const alone = /^--\s*no-transaction/m.test(sql);
  try {
    if (!alone) await client.query('begin');
    await client.query(sql); // without parameters: the simple protocol takes the whole file, functions and all
    await client.query(
      `insert into "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), sha256(sql), name],
    );
    if (!alone) await client.query('commit');
  } catch (error) {
    if (!alone) await client.query('rollback').catch(() => {}); // the connection may be gone; the cause is below
    throw new MigrationError(`Migration ${name} failed${lineOf(error, sql)}: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

function lineOf(error: unknown, sql: string): string {
  const position = error instanceof pg.DatabaseError ? Number(error.position) : Number.NaN;
  return Number.isNaN(position) ? '' : ` at line ${sql.slice(0, position).split('\n').length}`;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
