import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../lib/migrate';
import { THROW_AWAY_SETTINGS } from '../server/embedded-database/settings';
import { startEmbeddedDatabase } from '../server/embedded-database/start';

const TEMPLATE = 'migrated';
const migrations = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'prisma', 'migrations');

/**
 * Vitest's global setup of the integration tests: one embedded PostgreSQL for the whole run, with one
 * migrated database that each test file copies (lib/test-database.ts).
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'twinnoverse-test-'));
  fs.chmodSync(dataFolder, 0o711); // as root, the database runs as another user
  const database = await startEmbeddedDatabase({ dataFolder, settings: THROW_AWAY_SETTINGS });
  const admin = new pg.Client({ connectionString: database.url('postgres') });
  await admin.connect();
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  await migrate(database.url(TEMPLATE), migrations);
  project.provide('testDatabaseUrl', database.url('postgres'));
  project.provide('testTemplate', TEMPLATE);
  return async () => {
    await database.stop();
    fs.rmSync(dataFolder, { recursive: true, force: true });
  };
}
