import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, pool } from '@/lib/database';
import { noteEmbeddedDatabase } from '@/lib/database-place';
import { resetEnv } from '@/lib/env';
import { makeSender, type TestSender } from '@/lib/ingest/test-sender';
import { enableSqlAccess, rotateSqlPassword } from '@/lib/sql-access/change-sql-access';
import { sqlName } from '@/lib/sql-access/names';
import { readSqlAccess } from '@/lib/sql-access/read-sql-access';
import { stopTelemetry } from '@/lib/telemetry/start-telemetry';
import { databaseUrl, makeDataFolder, ProcessUnderTest } from './process-under-test';

const SECRET = 'a secret of this test, which nobody else uses';
const dataFolder = makeDataFolder();
let server: ProcessUnderTest;
let port: number;

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const free = (probe.address() as AddressInfo).port;
  probe.close();
  await once(probe, 'close');
  return free;
}

beforeAll(async () => {
  port = await freePort();
  server = ProcessUnderTest.spawn({
    DATA_DIR: dataFolder,
    AUTH_SECRET: SECRET,
    EMBEDDED_SQL_PORT: String(port),
  });
  await server.ready();
  const url = new URL(databaseUrl(dataFolder));
  url.port = String(port); // part of the socket file's name
  Object.assign(process.env, { DATABASE_URL: url.href, AUTH_SECRET: SECRET, LIVE_BUS: 'process' });
  process.env.EMBEDDED_SQL_PORT = String(port);
  resetEnv();
  noteEmbeddedDatabase();
});
afterAll(async () => {
  await stopTelemetry();
  await closeDatabase();
  server.kill('SIGTERM');
  await server.ended;
});

/** Over the network, as Grafana on the same machine. */
async function connect(user: string, password: string, database = 'twinnoverse'): Promise<pg.Client> {
  const client = new pg.Client({ host: '127.0.0.1', port, user, password, database });
  client.on('error', () => {});
  await client.connect();
  return client;
}

describe('the embedded database, with a port for SQL', () => {
  let sender: TestSender;
  let password: string;
  beforeAll(async () => {
    sender = await makeSender();
    ({ password } = await enableSqlAccess(sender.caller));
  });
  const user = () => sqlName(sender.caller.workspaceId);

  it('lets a workspace read with its password, and nobody without', async () => {
    expect(await readSqlAccess(sender.caller)).toMatchObject({
      ...{ isOn: true, obstacle: null, host: '127.0.0.1', port, database: 'twinnoverse', user: user() },
    });
    const client = await connect(user(), password);
    expect((await client.query('select name from datasources')).rows).toEqual([{ name: 'Line' }]);
    await client.end();
    await expect(connect(user(), 'wrong')).rejects.toThrow('password authentication failed');
    await expect(connect(user(), password, 'postgres')).rejects.toThrow('pg_hba.conf');
    await pool().query(`create role somebody login password 'known'`);
    for (const name of ['postgres', 'somebody', 'twinnoverse_sql', 'nobody_at_all'])
      await expect(connect(name, 'known')).rejects.toThrow(/pg_hba.conf|authentication failed/);
    const { password: next } = await rotateSqlPassword(sender.caller);
    await expect(connect(user(), password)).rejects.toThrow('password authentication failed');
    password = next;
  });

  it('leaves no loophole that PostgreSQL has open by default', async () => {
    const client = await connect(user(), password);
    await client.query('set default_transaction_read_only = off');
    await expect(client.query('create temporary table mine (a int)')).rejects.toThrow('permission denied');
    await expect(client.query('select pg_advisory_lock(727370, 0)')).rejects.toThrow('permission denied');
    await expect(client.query('select pg_try_advisory_xact_lock(1)')).rejects.toThrow('permission denied');
    for (const writes of [
      'lo_create(0)',
      'lo_creat(-1)',
      `lo_from_bytea(0, 'x')`,
      `pg_logical_emit_message(false, 'x', 'y')`,
    ])
      await expect(client.query(`select ${writes}`)).rejects.toThrow('permission denied');
    expect((await client.query('show temp_file_limit')).rows).toEqual([{ temp_file_limit: '1GB' }]);
    await expect(client.query('set temp_file_limit = -1')).rejects.toThrow('permission denied');
    await client.end();
  });

  it('keeps connections free for the product, however many are used for SQL', async () => {
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => connect(user(), password)));
    expect(all.filter(({ status }) => status === 'fulfilled').length).toBe(5);
    await pool().query('select');
    for (const each of all) if (each.status === 'fulfilled') await each.value.end();
  });

  it('is needed: without it nothing is switched on, and it is said why', async () => {
    delete process.env.EMBEDDED_SQL_PORT;
    resetEnv();
    const other = await makeSender();
    expect(await readSqlAccess(other.caller)).toMatchObject({ isOn: false, obstacle: 'no_port' });
    await expect(enableSqlAccess(other.caller)).rejects.toThrow('EMBEDDED_SQL_PORT');
    process.env.EMBEDDED_SQL_PORT = String(port);
    resetEnv();
  });

  it('says so when the port is taken', async () => {
    const folder = makeDataFolder();
    const other = ProcessUnderTest.spawn({ DATA_DIR: folder, EMBEDDED_SQL_PORT: String(port) });
    const { code, output } = await other.ended;
    expect([code, output]).toEqual([1, expect.stringContaining('set EMBEDDED_SQL_PORT to another one')]);
  });
});
