import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, pool } from '@/lib/database';
import { resetEnv } from '@/lib/env';
import { makeSender, type TestSender } from '@/lib/ingest/test-sender';
import { flushNow } from '@/lib/telemetry/flusher';
import { freshDay } from '@/lib/telemetry/seal/test-history';
import { write } from '@/lib/telemetry/test-write';
import { useTestDatabase } from '@/lib/test-database';
import { makeMember } from '@/lib/test-member';
import { disableSqlAccess, enableSqlAccess, rotateSqlPassword } from './change-sql-access';
import { endLongReaders } from './end-long-readers';
import { hideSqlViews } from './hide-sql-views';
import { sqlName } from './names';
import { readSqlAccess } from './read-sql-access';
import { refreshSqlViews } from './refresh-sql-views';
import { connectAs, messagesOf } from './test-reader';

useTestDatabase();

describe('what is not', () => {
  let own: TestSender;
  let foreign: TestSender;
  beforeAll(async () => {
    own = await makeSender();
    foreign = await makeSender();
    for (const sender of [own, foreign]) await enableSqlAccess(sender.caller);
    const now = Date.now();
    await write(own, [{ at: now, values: { note: 'mine' } }]);
    await write(foreign, [{ at: now, values: { note: 'secret of others' } }]);
    await flushNow();
  });

  const refusal = async (client: pg.Client, statement: string): Promise<string | undefined> =>
    client.query(statement).then(
      () => undefined,
      (error: pg.DatabaseError) => error.code,
    );
  const DENIED = '42501';

  it('any table of the product, or the views of another workspace', async () => {
    const client = await connectAs(own);
    const { rows } = await pool().query<{ name: string }>(
      `select quote_ident(relname) as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')`,
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { name } of rows)
      expect([name, await refusal(client, `select from public.${name}`)]).toEqual([name, DENIED]);
    const others = sqlName(foreign.caller.workspaceId);
    for (const view of ['readings', 'latest', 'datasources', 'metrics', 'hours'])
      expect(await refusal(client, `select from ${others}.${view}`)).toBe(DENIED);
    expect(await refusal(client, `select * from ${others}.readings_between(now(), now())`)).toBe(DENIED);
  });

  it('written, whatever the reader sets', async () => {
    const client = await connectAs(own);
    const schema = sqlName(own.caller.workspaceId);
    expect(await refusal(client, 'create table mine (a int)')).toBe('25006');
    await client.query('set default_transaction_read_only = off');
    for (const statement of [
      'create table mine (a int)',
      'create table public.mine (a int)',
      `create view ${schema}.mine as select 1`,
      'delete from readings',
      `update datasources set name = 'x'`,
      'truncate public.message',
      'create schema mine',
      'create role mine',
      'alter role postgres password null',
      'set role postgres',
      `select pg_read_file('/etc/passwd')`,
      `copy (select 1) to program 'true'`,
      `select lo_import('/etc/passwd')`,
    ])
      expect([statement, (await refusal(client, statement)) ?? 'taken']).toEqual([
        statement,
        expect.stringMatching(/^(42501|55000|25006|42809)$/),
      ]);
  });

  it('seen through a function of the reader that looks at every row', async () => {
    const client = await connectAs(own);
    const seen: string[] = [];
    client.on('notice', ({ message }) => seen.push(message ?? ''));
    await client.query('set default_transaction_read_only = off');
    await client.query(`create function pg_temp.spy(given text) returns boolean cost 0.0000001 language plpgsql as
      $$ begin raise notice '%', given; return true; end $$`);
    for (const view of ['readings', 'latest'])
      await client.query(`select * from ${view} where pg_temp.spy(text) and pg_temp.spy(datasource_id)`);
    await client.query('select * from datasources where pg_temp.spy(id)');
    expect(seen).toContain('mine');
    expect(seen).not.toContain('secret of others');
    expect(seen).not.toContain(foreign.datasourceId);
  });

  it('without end, nor by more than a few at once', async () => {
    const client = await connectAs(own);
    const { rows } = await client.query('show statement_timeout');
    expect(rows).toEqual([{ statement_timeout: '30s' }]);
    for (let i = 1; i < 5; i++) await connectAs(own);
    await expect(connectAs(own)).rejects.toThrow('too many connections');
  });
});

describe('switching it', () => {
  it('on, anew and off: by owners, written down, the password nowhere', async () => {
    const sender = await makeSender();
    const viewer = await makeMember({ role: 'viewer', beside: sender.caller });
    for (const change of [readSqlAccess, enableSqlAccess, rotateSqlPassword, disableSqlAccess])
      await expect(change(viewer.caller)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await readSqlAccess(sender.caller)).toMatchObject({ isOn: false, obstacle: null });
    await expect(rotateSqlPassword(sender.caller)).rejects.toMatchObject({ code: 'not_found' });
    const { password } = await enableSqlAccess(sender.caller);
    await expect(enableSqlAccess(sender.caller)).rejects.toMatchObject({ code: 'conflict' });
    expect(await readSqlAccess(sender.caller)).toMatchObject({
      isOn: true,
      user: sqlName(sender.caller.workspaceId),
    });
    const client = await connectAs(sender);
    const cut = new Promise((resolve) => client.once('end', resolve));
    const { password: next } = await rotateSqlPassword(sender.caller);
    await cut;
    expect(next).not.toBe(password);
    await disableSqlAccess(sender.caller);
    await expect(connectAs(sender)).rejects.toThrow('does not exist');
    const { rows } = await pool().query<{ action: string; detail: unknown }>(
      `select action, detail from audit_entry where workspace_id = $1 and action like 'sql.%' order by id`,
      [sender.caller.workspaceId],
    );
    expect(rows.map(({ action }) => action)).toEqual(['sql.enable', 'sql.rotate', 'sql.disable']);
    expect(JSON.stringify(rows)).not.toContain(password);
    await enableSqlAccess(sender.caller); // and on again
    await connectAs(sender);
  });

  it('makes views again after a migration took them away, and drops what a deleted workspace left', async () => {
    const [sender, deleted] = [await makeSender(), await makeSender()];
    await enableSqlAccess(sender.caller);
    await enableSqlAccess(deleted.caller);
    const migrating = await pool().connect();
    await hideSqlViews(migrating);
    migrating.release();
    await expect((await connectAs(sender)).query('select from readings')).rejects.toThrow('does not exist');
    await pool().query('delete from workspace where id = $1', [deleted.caller.workspaceId]);
    await refreshSqlViews();
    await (await connectAs(sender)).query('select from readings');
    await expect(connectAs(deleted)).rejects.toThrow('does not exist');
  });
});

describe('what a reader leaves or holds', () => {
  it("is in nobody's way when the access is switched off", async () => {
    const sender = await makeSender();
    await enableSqlAccess(sender.caller);
    const client = await connectAs(sender);
    await client.query('set default_transaction_read_only = off');
    await client.query('select lo_create(0)');
    await client.query('alter default privileges grant select on tables to public');
    await client.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0');
    await client.query('begin; select from readings');
    const cut = new Promise((resolve) => client.once('end', resolve));
    await disableSqlAccess(sender.caller);
    await cut;
    await expect(connectAs(sender)).rejects.toThrow('does not exist');
  });

  it('ends after minutes, however long it wanted to hold it', async () => {
    const sender = await makeSender();
    await enableSqlAccess(sender.caller);
    const [old, fresh] = [await connectAs(sender), await connectAs(sender)];
    for (const client of [old, fresh]) {
      await client.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0');
      await client.query('begin; select from readings limit 1');
    }
    await old.query('select pg_sleep(0.2)');
    const cut = new Promise((resolve) => old.once('end', resolve));
    await fresh.query('rollback; begin');
    expect(await endLongReaders(0.1)).toBeGreaterThanOrEqual(1);
    await cut;
    await fresh.query('select from readings limit 1');
    expect(await endLongReaders()).toBe(0);
  });
});

describe('the user of the database', () => {
  const members: string[] = [];
  afterAll(async () => {
    await actAs('postgres');
    for (const name of members) await pool().query(`drop owned by ${name}; drop role ${name}`);
  });

  async function actAs(name: string): Promise<void> {
    const url = new URL(process.env.DATABASE_URL ?? '');
    url.username = name;
    process.env.DATABASE_URL = url.href;
    resetEnv();
    await closeDatabase();
  }

  async function makeUser(rights: string): Promise<string> {
    const name = `user_${randomBytes(5).toString('hex')}`;
    members.push(name);
    await pool().query(`create role ${name} login ${rights};
      grant all on all tables in schema public to ${name}; grant all on all sequences in schema public to ${name}`);
    return name;
  }

  it('that may not make roles, or schemas, is told so', async () => {
    const sender = await makeSender();
    for (const [rights, obstacle, words] of [
      ['', 'no_roles', 'CREATEROLE'],
      ['createrole', 'no_schemas', 'grant it CREATE'],
    ] as const) {
      const name = await makeUser(rights);
      await actAs(name);
      expect(await readSqlAccess(sender.caller)).toMatchObject({ obstacle, databaseUser: name });
      await expect(enableSqlAccess(sender.caller)).rejects.toThrow(words);
      await actAs('postgres');
    }
  });

  it('needs to be no superuser', async () => {
    const sender = await makeSender();
    await write(sender, messagesOf(freshDay(), 20));
    const name = await makeUser('createrole');
    await pool().query(
      `do $$ begin execute format('grant create on database %I to ${name}', current_database()); end $$`,
    );
    await actAs(name);
    await enableSqlAccess(sender.caller);
    const client = await connectAs(sender);
    expect((await client.query('select from readings')).rowCount).toBeGreaterThan(40);
    await client.end();
    await rotateSqlPassword(sender.caller);
    await disableSqlAccess(sender.caller);
    await expect(connectAs(sender)).rejects.toThrow('does not exist');
  });
});
