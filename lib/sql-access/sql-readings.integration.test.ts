import type pg from 'pg';
import { describe, expect, it } from 'vitest';
import { makeSender, type TestSender } from '@/lib/ingest/test-sender';
import type { ReadingValue } from '@/lib/live/protocol';
import { flushNow } from '@/lib/telemetry/flusher';
import { moveDay } from '@/lib/telemetry/seal/move-day';
import { sealDays, sealLateMessages } from '@/lib/telemetry/seal/run-sealing';
import { sealDatasource } from '@/lib/telemetry/seal/seal-day';
import { freshDay, sealRun } from '@/lib/telemetry/seal/test-history';
import { type TestMessage, write } from '@/lib/telemetry/test-write';
import { dayOf } from '@/lib/telemetry/times';
import { useTestDatabase } from '@/lib/test-database';
import { enableSqlAccess } from './change-sql-access';
import { sqlName } from './names';
import { exampleQuery, GRAFANA_HOURS_QUERY, GRAFANA_QUERY, SHOWN_VIEWS } from './shown-views';
import { connectAs, messagesOf } from './test-reader';

useTestDatabase();

const DAY_MS = 86_400_000;

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
  await client.query(exampleQuery());
  await client.query(exampleQuery({ datasource: "Smith's press", key: 'force{hall=A}' }));
  for (const query of [GRAFANA_QUERY, GRAFANA_HOURS_QUERY])
    await client.query(query.replace('$__timeFrom()', "'2026-01-01'").replace('$__timeTo()', "'2026-01-02'"));
});
