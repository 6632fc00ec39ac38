import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, pool } from '@/lib/database';
import { resetEnv } from '@/lib/env';
import { makeSender, type TestSender } from '@/lib/ingest/test-sender';
import type { ReadingValue } from '@/lib/live/protocol';
import { flushNow } from '@/lib/telemetry/flusher';
import { moveDay } from '@/lib/telemetry/seal/move-day';
import { sealDays, sealLateMessages } from '@/lib/telemetry/seal/run-sealing';
import { sealDatasource } from '@/lib/telemetry/seal/seal-day';
import { freshDay, sealRun, type TestMessage, write } from '@/lib/telemetry/seal/test-history';
import { dayOf } from '@/lib/telemetry/times';
import { useTestDatabase } from '@/lib/test-database';
import { makeMember } from '@/lib/test-member';
import { disableSqlAccess, enableSqlAccess, rotateSqlPassword } from './change-sql-access';
import { hideSqlViews } from './hide-sql-views';
import { sqlName } from './names';
import { readSqlAccess } from './read-sql-access';
import { refreshSqlViews } from './refresh-sql-views';
import { EXAMPLE_QUERY, GRAFANA_HOURS_QUERY, GRAFANA_QUERY, SHOWN_VIEWS } from './shown-views';

useTestDatabase();

const DAY_MS = 86_400_000;
const clients: pg.Client[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.end().catch(() => {});
});

/** As somebody with Grafana: the socket of the test's database asks for no password, everything else is real. */
async function connectAs(sender: TestSender): Promise<pg.Client> {
  const url = new URL(process.env.DATABASE_URL ?? '');
  url.username = sqlName(sender.caller.workspaceId);
  const client = new pg.Client({ connectionString: url.href });
  client.on('error', () => {});
  await client.connect();
  clients.push(client);
  return client;
}

const asText = (value: ReadingValue) => (typeof value === 'string' ? value : JSON.stringify(value));
const line = (ms: number, key: string, value: ReadingValue) =>
  `${ms} ${key} ${typeof value === 'number' ? value : asText(value).replaceAll(' ', '')}`;
const expected = (messages: readonly TestMessage[]) =>
  messages
    .flatMap(({ at, values }) => Object.entries(values).map(([key, value]) => line(at, key, value)))
    .sort();

/** All that the view says of a datasource, as lines. */
async function readings(client: pg.Client, { datasourceId }: TestSender): Promise<string[]> {
  const { rows } = await client.query<{ ms: number; key: string; value: number | null; text: string | null }>(
    `select (extract(epoch from time) * 1000)::float8 as ms, key, value, text from readings where datasource_id = $1`,
    [datasourceId],
  );
  return rows.map(({ ms, key, value, text }) => line(ms, key, value ?? text ?? '')).sort();
}

const messagesOf = (day: number, count: number, step = 60_000): TestMessage[] =>
  Array.from({ length: count }, (_, i) => ({
    at: day + i * step,
    values: {
      temperature: 20 + i / 8,
      rpm: 1_500 + i,
      ...(i % 5 === 0 ? { state: i % 2 ? 'on' : 'söme "text"' } : {}),
      ...(i % 7 === 0 ? { open: i % 2 === 0 } : {}),
      ...(i % 11 === 0 ? { output: { labels: ['A', 'B'], values: [i, 2] } } : {}),
    },
  }));

describe('what is read', () => {
  it('is what was sent: rows, packed days, days that are being packed, and what came late', async () => {
    const sender = await makeSender();
    const other = await makeSender(sender);
    await enableSqlAccess(sender.caller);
    const client = await connectAs(sender);
    const day = freshDay(3);
    const sent = [
      ...messagesOf(day, 300),
      ...messagesOf(day + DAY_MS, 200),
      ...messagesOf(day + 2 * DAY_MS, 100),
    ];
    await write(sender, sent);
    await write(other, messagesOf(day + DAY_MS, 50));
    expect(await readings(client, sender)).toEqual(expected(sent));

    // The first day packed, the second half: one datasource of two.
    await sealDays(sealRun(day + 2.5 * DAY_MS));
    expect(await readings(client, sender)).toEqual(expected(sent));
    const second = dayOf((day + DAY_MS) * 1000);
    await moveDay(second);
    expect(await readings(client, sender)).toEqual(expected(sent));
    const context = { nowMs: day + 4 * DAY_MS, signal: new AbortController().signal };
    await sealDatasource(second, Math.min(sender.number, other.number), context);
    expect(await readings(client, sender)).toEqual(expected(sent));
    expect(await readings(client, other)).toEqual(expected(messagesOf(day + DAY_MS, 50)));
    await sealDays(sealRun(day + 4 * DAY_MS));
    expect(await readings(client, sender)).toEqual(expected(sent));

    // Late for a packed day: one new reading, one that corrects a packed one.
    const late = { at: day + 1_500, values: { temperature: -5, state: 'late' } };
    const corrected = {
      ...sent[3],
      at: sent[3]?.at ?? 0,
      values: { ...sent[3]?.values, temperature: 99, rpm: 1 },
    };
    await write(sender, [late, corrected]);
    const all = expected([...sent.slice(0, 3), corrected, ...sent.slice(4), late]);
    expect(await readings(client, sender)).toEqual(all);
    await sealLateMessages(sealRun(day + 5 * DAY_MS));
    expect(await readings(client, sender)).toEqual(all);
  });

  it('is found by time, datasource and key without unpacking the rest', async () => {
    const sender = await makeSender();
    await enableSqlAccess(sender.caller);
    const client = await connectAs(sender);
    const day = freshDay(5);
    for (let i = 0; i < 5; i++) await write(sender, messagesOf(day + i * DAY_MS, 200));
    await sealDays(sealRun(day + 8 * DAY_MS));
    const from = new Date(day + 2 * DAY_MS);
    const to = new Date(day + 2 * DAY_MS + 600_000);
    const query = 'select time, value from readings_between($1, $2, $3, $4) order by time';
    const given = [from, to, 'Line', 'temperature'];
    const { rows } = await client.query<{ time: Date; value: number }>(query, given);
    expect(rows.map(({ value }) => value)).toEqual(Array.from({ length: 10 }, (_, i) => 20 + i / 8));
    const text = query.replace('$1', `'${from.toISOString()}'`).replace('$2', `'${to.toISOString()}'`);
    const plan = await client.query<{ 'QUERY PLAN': string }>(
      `explain (analyze, costs off, timing off) ${text.replace('$3', "'Line'").replace('$4', "'temperature'")}`,
    );
    const lines = plan.rows.map((row) => row['QUERY PLAN']);
    // One packed day of one metric, not fifteen.
    const scan = lines.findIndex((each) => each.includes('Function Scan on chunk_readings'));
    expect(lines[scan]).toMatch(/loops=1\)/);

    const { rows: hours } = await client.query<{ count: string; min: number; max: number; mean: number }>(
      `select * from hours_between($1, $2, 'Line', 'temperature') order by time`,
      [new Date(day), new Date(day + DAY_MS)],
    );
    expect(hours.length).toBe(4);
    expect(hours[0]).toMatchObject({ count: '60', min: 20, max: 20 + 59 / 8 });
  });

  it('tells datasources, metrics and latest values', async () => {
    const sender = await makeSender();
    await write(sender, [{ at: Date.now(), values: { temperature: 21.5, state: 'on', open: true } }]);
    await flushNow();
    await enableSqlAccess(sender.caller);
    const client = await connectAs(sender);
    const { rows: datasources } = await client.query('select id, name, type from datasources');
    expect(datasources).toEqual([{ id: sender.datasourceId, name: 'Line', type: 'api_ingest' }]);
    const { rows: metrics } = await client.query('select key, kind, datasource from metrics order by key');
    expect(metrics).toEqual([
      { key: 'open', kind: 'boolean', datasource: 'Line' },
      { key: 'state', kind: 'text', datasource: 'Line' },
      { key: 'temperature', kind: 'number', datasource: 'Line' },
    ]);
    const { rows: latest } = await client.query('select key, value, text from latest order by key');
    expect(latest).toEqual([
      { key: 'open', value: null, text: 'true' },
      { key: 'state', value: null, text: 'on' },
      { key: 'temperature', value: 21.5, text: null },
    ]);
  });
});

it('the views are those that pages and documentation show, and the example runs', async () => {
  const sender = await makeSender();
  await enableSqlAccess(sender.caller);
  const client = await connectAs(sender);
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select table_name::text as name, array_agg(column_name::text order by ordinal_position) as columns
       from information_schema.columns where table_schema = $1 group by table_name`,
    [sqlName(sender.caller.workspaceId)],
  );
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
  expect(rows.sort(byName)).toEqual([...SHOWN_VIEWS].sort(byName));
  await client.query(EXAMPLE_QUERY);
  for (const query of [GRAFANA_QUERY, GRAFANA_HOURS_QUERY])
    await client.query(query.replace('$__timeFrom()', "'2026-01-01'").replace('$__timeTo()', "'2026-01-02'"));
});

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
    const client = await connectAs(sender);
    await expect(client.query('select from readings')).rejects.toThrow('does not exist');
    await pool().query('delete from workspace where id = $1', [deleted.caller.workspaceId]);
    await refreshSqlViews();
    await client.query('select from readings');
    await expect(connectAs(deleted)).rejects.toThrow('does not exist');
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
