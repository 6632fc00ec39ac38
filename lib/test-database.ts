import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { closeDatabase } from './database';
import { resetEnv } from './env';
import { liveBus } from './live/bus';
import { closePostgresChannel } from './postgres-channel';
import { stopTelemetry } from './telemetry/start-telemetry';

declare module 'vitest' {
  interface ProvidedContext {
    /** The embedded PostgreSQL of this test run (scripts/test-database.ts). */
    testDatabaseUrl: string;
    testTemplate: string;
  }
}

/**
 * Gives this test file a migrated database of its own and a data folder of its own, in the environment:
 * `pool()`, `prisma()` and `env()` work as in the product. Call it once, at the top of the file.
 * Only in `*.integration.test.ts`: the others have no database.
 */
export function useTestDatabase(): void {
  const name = `test_${randomBytes(6).toString('hex')}`;
  let dataFolder: string | undefined;

  beforeAll(async () => {
    await administrate(`create database ${name} template ${inject('testTemplate')}`);
    const url = new URL(inject('testDatabaseUrl'));
    url.pathname = `/${name}`;
    dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'twinnoverse-test-data-'));
    process.env.DATABASE_URL = url.href;
    process.env.DATA_DIR = dataFolder;
    process.env.LIVE_BUS ??= 'process';
    process.env.AUTH_SECRET ??= randomBytes(32).toString('hex');
    resetEnv();
  });

  afterAll(async () => {
    await stopTelemetry(); // whatever a test sent is flushed in the background
    await liveBus().close();
    await closePostgresChannel();
    await closeDatabase();
    await administrate(`drop database if exists ${name} with (force)`);
    if (dataFolder) fs.rmSync(dataFolder, { recursive: true, force: true });
  });
}

async function administrate(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('testDatabaseUrl') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
