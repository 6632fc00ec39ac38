import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate } from '../lib/migrate';
import { THROW_AWAY_SETTINGS } from '../server/embedded-database/settings';
import { startEmbeddedDatabase } from '../server/embedded-database/start';
import { schemaDifference } from './schema-engine';

const USAGE = `npm run migrate -- new NAME   writes a migration with what prisma/schema.prisma has and the migrations don't make
npm run migrate -- drift      fails when there is such a thing
npm run migrate -- deploy     applies the migrations to the database in DATABASE_URL`;

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const schemaFile = path.join(root, 'prisma', 'schema.prisma');
const migrationFolder = path.join(root, 'prisma', 'migrations');

/** Made by SQL in migrations, because Prisma can't express partitions. */
const MADE_BY_SQL = [
  'public.message',
  'public.message_default',
  'public.sealing_message',
  'public.live_payload',
  'public._prisma_migrations',
];

/** Compares the schema with a database that only the migrations have made. */
async function difference(): Promise<string | undefined> {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'twinnoverse-drift-'));
  fs.chmodSync(dataFolder, 0o711);
  const database = await startEmbeddedDatabase({ dataFolder, settings: THROW_AWAY_SETTINGS });
  try {
    await migrate(database.url('postgres'), migrationFolder);
    return await schemaDifference(database.url('postgres'), schemaFile, MADE_BY_SQL);
  } finally {
    await database.stop();
    fs.rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function writeNew(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`A name in snake_case is missing.\n${USAGE}`);
  const sql = await difference();
  if (sql === undefined) {
    console.log('Nothing to do: schema.prisma and the migrations agree.');
    return;
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const file = path.join(migrationFolder, `${stamp}_${name}`, 'migration.sql');
  fs.mkdirSync(path.dirname(file));
  fs.writeFileSync(file, sql);
  console.log(`Wrote ${path.relative(process.cwd(), file)}: read it before you commit it.`);
}

async function checkDrift(): Promise<void> {
  const sql = await difference();
  if (sql === undefined) {
    console.log('schema.prisma and the migrations agree.');
    return;
  }
  console.error(`schema.prisma has what no migration makes (npm run migrate -- new NAME):\n${sql}`);
  process.exitCode = 1;
}

async function deploy(): Promise<void> {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set. (The embedded database is migrated by "npm run up".)');
  const applied = await migrate(url, migrationFolder);
  console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'Nothing to apply.');
}

const [command, name] = process.argv.slice(2);
const commands: Record<string, () => Promise<void>> = {
  new: () => writeNew(name),
  drift: checkDrift,
  deploy,
};
const run = commands[command ?? ''];
try {
  if (!run) throw new Error(USAGE);
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
