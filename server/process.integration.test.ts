import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { afterEach, expect, inject, it, vi } from 'vitest';
import { processStart } from './embedded-database/process-identity';
import { findPostgres, makeDataFolder, ProcessUnderTest, postgresPid } from './process-under-test';

// Several starts of a whole server, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

const started: ProcessUnderTest[] = [];
const folders: string[] = [];

function start(environment: Record<string, string>): ProcessUnderTest {
  const made = ProcessUnderTest.spawn(environment);
  started.push(made);
  return made;
}
function folder(): string {
  const made = makeDataFolder();
  folders.push(made);
  return made;
}
const isReady = async (url: string) => (await fetch(`${url}/api/health/ready`)).status === 200;

afterEach(async () => {
  for (const each of started.splice(0)) {
    each.kill('SIGTERM');
    await each.ended;
  }
  for (const each of folders.splice(0)) fs.rmSync(each, { recursive: true, force: true });
});

it('starts with a database of its own, answers health, and drains on Ctrl-C with exit code 0', async () => {
  const DATA_DIR = folder();
  const server = start({ DATA_DIR });
  const url = await server.ready();
  expect(await (await fetch(`${url}/api/health/live`)).json()).toEqual({ status: 'live' });
  expect(await (await fetch(`${url}/api/health`)).json()).toEqual({ status: 'ready', database: 'reachable' });

  const postgres = postgresPid(DATA_DIR);
  const begun = Date.now();
  server.kill('SIGINT');
  server.kill('SIGINT'); // npm passes on what the terminal has sent already
  expect(await server.ended).toMatchObject({ code: 0, signal: null });
  expect(Date.now() - begun).toBeLessThan(5_000);
  expect(processStart(postgres)).toBeUndefined();
  expect(fs.existsSync(path.join(DATA_DIR, 'postgres', 'postmaster.pid'))).toBe(false);
});

it('recovers by itself after everything was killed, and after the server alone was killed', async () => {
  const DATA_DIR = folder();
  const first = start({ DATA_DIR });
  await first.ready();
  const orphan = postgresPid(DATA_DIR);
  first.kill('SIGKILL');
  await first.ended;
  expect(processStart(orphan)).toBeDefined(); // the database lives on without its server

  const second = start({ DATA_DIR });
  expect(await isReady(await second.ready())).toBe(true);
  expect(processStart(orphan)).toBeUndefined();
  second.kill('SIGKILL');
  process.kill(postgresPid(DATA_DIR), 'SIGKILL');
  await second.ended;

  expect(await isReady(await start({ DATA_DIR }).ready())).toBe(true);
});

it('starts the database again when only the database was killed', async () => {
  const DATA_DIR = folder();
  const url = await start({ DATA_DIR }).ready();
  const killed = postgresPid(DATA_DIR);
  process.kill(killed, 'SIGKILL');
  await vi.waitUntil(() => ![undefined, killed].includes(findPostgres(DATA_DIR)), { timeout: 30_000 });
  await vi.waitUntil(() => isReady(url), { timeout: 30_000 });
});

it('refuses a data folder that another live server uses, and leaves that one alone', async () => {
  const DATA_DIR = folder();
  const first = start({ DATA_DIR });
  const url = await first.ready();
  const second = await start({ DATA_DIR }).ended;
  expect(second.code).toBe(1);
  expect(second.output.trim()).toBe(
    `The data folder ${DATA_DIR} is in use by another running Twinnoverse (process ${first.pid}): stop that one, or choose another folder with --data DIR or DATA_DIR.`,
  );
  expect(await isReady(url)).toBe(true);
});

it('lets only one of two servers that start at the same moment have the folder', async () => {
  const DATA_DIR = folder();
  const both = [start({ DATA_DIR }), start({ DATA_DIR })];
  const outcomes = await Promise.all(both.map((each) => each.ready().then(isReady, () => false)));
  expect(outcomes.sort()).toEqual([false, true]);
});

it('says in one sentence that the port is taken', async () => {
  const other = http.createServer().listen(0, '0.0.0.0');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  const { code, output } = await start({ DATA_DIR: folder(), PORT: String(port) }).ended;
  other.close();
  expect(code).toBe(1);
  expect(output.trim()).toBe(
    `Port ${port} is already in use: stop what uses it, or choose another with --port N or PORT.`,
  );
});

it('names the variable that is wrong and how to mend it', async () => {
  const { code, output } = await start({ PORT: 'eighty', AUTH_SECRET: 'short' }).ended;
  expect(code).toBe(1);
  expect(output).toMatch(/PORT: .*AUTH_SECRET: must have at least 32 characters/);
  expect(output.trim().split('\n')).toHaveLength(1);
});

it.each(['/proc/nowhere', `${process.execPath}/under-a-file`])(
  'says in one sentence that %s can not be used',
  async (DATA_DIR) => {
    const { code, output } = await start({ DATA_DIR }).ended;
    expect(code).toBe(1);
    expect(output.trim()).toMatch(/^The data folder .+ can't be used \(.+\): choose another with --data/);
    expect(output.trim().split('\n')).toHaveLength(1);
  },
);

it('refuses a database that a newer version has used', async () => {
  const admin = new pg.Client({ connectionString: inject('testDatabaseUrl') });
  await admin.connect();
  await admin.query(`create database newer template ${inject('testTemplate')}`);
  await admin.end();
  const url = new URL(inject('testDatabaseUrl'));
  url.pathname = '/newer';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(
    `insert into "_prisma_migrations" (id, checksum, migration_name, finished_at) values ('x', 'x', '29990101000000_future', now())`,
  );
  await client.end();
  const { code, output } = await start({ DATA_DIR: folder(), DATABASE_URL: url.href }).ended;
  expect(code).toBe(1);
  expect(output).toMatch(/was used by a newer version of Twinnoverse \(it has 29990101000000_future/);
});

it('does not tell the password of a database that it can not reach', async () => {
  const DATABASE_URL = 'postgresql://someone:secret-word@localhost:9/nothing?host=/no/such/folder';
  const { code, output } = await start({ DATA_DIR: folder(), DATABASE_URL }).ended;
  expect(code).toBe(1);
  expect(output).toMatch(/The database in DATABASE_URL \(localhost:9\/nothing\) can't be used/);
  expect(output).not.toContain('secret-word');
});
