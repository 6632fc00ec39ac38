import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { migrate } from './migrate';

let folder: string;
let url: string;
let client: pg.Client;

const write = (name: string, sql: string) => {
  fs.mkdirSync(path.join(folder, name), { recursive: true });
  fs.writeFileSync(path.join(folder, name, 'migration.sql'), sql);
};
const tables = async () =>
  (
    await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_name not like '\\_%' order by 1`,
    )
  ).rows.map((row) => row.name);

beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'twinnoverse-migrations-'));
  const admin = new pg.Client({ connectionString: inject('testDatabaseUrl') });
  await admin.connect();
  const name = `migrate_${randomBytes(6).toString('hex')}`;
  await admin.query(`create database ${name}`);
  await admin.end();
  const target = new URL(inject('testDatabaseUrl'));
  target.pathname = `/${name}`;
  url = target.href;
  client = new pg.Client({ connectionString: url });
  await client.connect();
});

afterEach(async () => {
  await client.end();
  fs.rmSync(folder, { recursive: true, force: true });
});

describe('migrate', () => {
  it('applies what is missing, in order, and only once', async () => {
    write('1_first', 'create table a (id int);');
    write('2_second', 'alter table a rename to b;');
    expect(await migrate(url, folder)).toEqual(['1_first', '2_second']);
    expect(await migrate(url, folder)).toEqual([]);
    write('3_third', 'create table c (id int);');
    expect(await migrate(url, folder)).toEqual(['3_third']);
    expect(await tables()).toEqual(['b', 'c']);
  });

  it('takes a file whole: functions and semicolons in comments', async () => {
    write(
      '1_first',
      'create function f() returns int language plpgsql as $$ begin return 1; end $$; -- a; b\nselect f();',
    );
    expect(await migrate(url, folder)).toEqual(['1_first']);
  });

  it('leaves nothing of a migration that fails, and says where it failed', async () => {
    write('1_first', 'create table a (id int);');
    write('2_broken', 'create table b (id int);\ncreate table b (id int);\nselect nothing_like_it;');
    await expect(migrate(url, folder)).rejects.toThrow(/Migration 2_broken failed.*already exists/);
    expect(await tables()).toEqual(['a']);
    write('2_broken', 'create table b (id int);');
    expect(await migrate(url, folder)).toEqual(['2_broken']);
  });

  it('lets two processes start together', async () => {
    write('1_first', 'create table a (id int); select pg_sleep(0.2);');
    const [one, two] = await Promise.all([migrate(url, folder), migrate(url, folder)]);
    expect([...one, ...two]).toEqual(['1_first']);
  });

  it('refuses a database that a newer version has used', async () => {
    write('1_first', 'create table a (id int);');
    write('2_newer', 'create table b (id int);');
    await migrate(url, folder);
    fs.rmSync(path.join(folder, '2_newer'), { recursive: true });
    await expect(migrate(url, folder)).rejects.toThrow(/used by a newer version of Twinnoverse.*2_newer/);
  });

  it('refuses a migration that was edited afterwards, but not other line ends', async () => {
    write('1_first', 'create table a (id int);\n-- end\n');
    await migrate(url, folder);
    write('1_first', 'create table a (id int);\r\n-- end\r\n');
    expect(await migrate(url, folder)).toEqual([]);
    write('1_first', 'create table a (id bigint);\n-- end\n');
    await expect(migrate(url, folder)).rejects.toThrow(/1_first was edited/);
  });
});
