import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { closeDatabase, pool } from '@/lib/database';
import { resetEnv } from '@/lib/env';
import { migrate } from '@/lib/migrate';
import { datasourceMemory } from '@/lib/telemetry/datasource-memory';
import { readLatest } from '@/lib/telemetry/history/read-values';
import { readOneSeries } from '@/lib/telemetry/history/series';
import { startEmbeddedDatabase } from '@/server/embedded-database/start';
import { makeMetrics, VALUE_SQL, writeSealed } from './history-data';
import type { BenchFigure } from './report';

const METRICS = 1_000;
const DAYS = 14;
const YEAR_DAYS = 365;
const MINUTE_US = 60e6;
const DAY_MS = 86_400_000;
const ROUNDS = 100;
const WARM_UP = 40;
/** What filling leaves behind (writing back, autovacuum) shall be over. */
const SETTLE_MS = 15_000;
const migrations = fileURLToPath(new URL('../prisma/migrations', import.meta.url));

/**
 * The three reads that people wait for, over 20 million readings: sealed as the product keeps them, beside a plain table
 * of a row per reading (primary key metric and time) that holds the same. Both in one PostgreSQL with the product's settings,
 * asked in turn; ours through the functions behind the API, theirs through `pg`.
 */
export async function benchHistory(): Promise<BenchFigure[]> {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'twinnoverse-bench-'));
  fs.chmodSync(dataFolder, 0o711); // as root, the database runs as another user
  const database = await startEmbeddedDatabase({ dataFolder });
  try {
    process.env.DATABASE_URL = database.url('postgres');
    process.env.DATA_DIR = dataFolder;
    process.env.LIVE_BUS = 'process'; // as with the embedded database: no other process stores
    process.env.AUTH_SECRET ??= 'bench'.repeat(8);
    resetEnv();
    await migrate(database.url('postgres'), migrations);
    const data = await fill();
    return await measure(data);
  } finally {
    await closeDatabase();
    await database.stop();
    fs.rmSync(dataFolder, { recursive: true, force: true });
  }
}

type Data = { source: { id: string; number: number }; metricIds: number[]; year: number; endMs: number };

async function fill(): Promise<Data> {
  const today = Math.floor(Date.now() / DAY_MS);
  const firstDay = today - DAYS;
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const keys = [...Array.from({ length: METRICS }, (_, i) => `m${i}`), 'year'];
  const source = await makeMetrics(client, keys, 'wsp_bench0000', 'Bench');
  const year = source.metricIds.at(-1) ?? 0;
  console.log('  writing sealed days …');
  await client.query('begin');
  for (const metricId of source.metricIds) {
    const isYear = metricId === year;
    const days = isYear ? YEAR_DAYS : DAYS;
    await writeSealed(client, { metricId, firstDay: today - days, days, stepUs: MINUTE_US });
  }
  await client.query(`insert into metric_latest (metric_id, time, value)
    select id, '${new Date(today * DAY_MS - 60_000).toISOString()}', '20.5' from metric`);
  await client.query('commit');
  console.log('  writing the plain table …');
  await client.query('create table plain (metric_id int, time timestamptz, value float8)');
  const rows = (where: string, first: number, days: number) => `
    insert into plain
    select m.id, timestamptz '${new Date(first * DAY_MS).toISOString()}' + s * interval '1 minute',
           ${VALUE_SQL('m.id', 's')}
      from metric m cross join generate_series(0, ${days} * 1440 - 1) as s where ${where} order by 1, 2`;
  await client.query(rows(`m.id <> ${year}`, firstDay, DAYS));
  await client.query(rows(`m.id = ${year}`, today - YEAR_DAYS, YEAR_DAYS));
  await client.query('alter table plain add primary key (metric_id, time)');
  await client.query('vacuum analyze');
  await client.query('checkpoint');
  await client.end();
  return { source, metricIds: source.metricIds, year, endMs: today * DAY_MS };
}

async function measure({ source, metricIds, year, endMs }: Data): Promise<BenchFigure[]> {
  await wait(SETTLE_MS);
  await datasourceMemory(source.id);
  const metric = (round: number) => (round * 37) % METRICS;
  const from = (days: number) => endMs - days * DAY_MS;
  const plain = (text: string, values: unknown[]) =>
    pool()
      .query(text, values)
      .then(({ rows }) => rows.length);
  const bucketed = `
    select width_bucket(extract(epoch from time)::float8, $2, $3, 500) as slot,
           min(value), max(value), avg(value), count(*)
      from plain where metric_id = $1 and time >= to_timestamp($2) and time < to_timestamp($3) group by slot order by slot`;
  const series = async (key: string, days: number, points: number) =>
    (await readOneSeries({ datasource: source, metric: key, from: from(days), to: endMs, points })).buckets
      .length;
  const id = (index: number) => metricIds[index] as number;
  return [
    ...(await pair('last 24 h of one metric, every reading (1,440)', {
      ours: (round) => series(`m${metric(round)}`, 1, 1_500),
      plain: (round) =>
        plain(
          'select time, value from plain where metric_id = $1 and time >= $2 and time < $3 order by time',
          [...[id(metric(round)), new Date(from(1)), new Date(endMs)]],
        ),
    })),
    ...(await pair('14 days of one metric at 500 points', {
      ours: (round) => series(`m${metric(round)}`, 14, 500),
      plain: (round) => plain(bucketed, [id(metric(round)), from(14) / 1_000, endMs / 1_000]),
    })),
    ...(await pair('one year of one metric at 500 points', {
      ours: () => series('year', YEAR_DAYS, 500),
      plain: () => plain(bucketed, [year, from(YEAR_DAYS) / 1_000, endMs / 1_000]),
    })),
    ...(await pair('latest of 1,000 metrics', {
      ours: async () => (await readLatest({ datasourceIds: [source.id] })).values.length,
      plain: () =>
        plain(
          `select m.id, l.time, l.value from metric m cross join lateral (
             select time, value from plain where metric_id = m.id order by time desc limit 1) l`,
          [],
        ),
    })),
  ];
}

type Ways = Record<'ours' | 'plain', (round: number) => Promise<number>>;

async function pair(name: string, ways: Ways): Promise<BenchFigure[]> {
  const times = { ours: [] as number[], plain: [] as number[] };
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const way of ['ours', 'plain'] as const) {
      const start = performance.now();
      const found = await ways[way](Math.abs(round));
      if (found === 0) throw new Error(`${name}: ${way} found nothing`);
      if (round >= 0) times[way].push(performance.now() - start);
    }
  }
  const at = (list: number[], share: number) =>
    [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0;
  const rounded = (ms: number) => Math.round(ms * 100) / 100;
  return [
    { name: `${name}, p50`, value: rounded(at(times.ours, 0.5)), unit: 'ms' },
    { name: `${name}, p95`, value: rounded(at(times.ours, 0.95)), unit: 'ms' },
    { name: `${name}, plain table, p50`, value: rounded(at(times.plain, 0.5)), unit: 'ms' },
    { name: `${name}, plain table, p95`, value: rounded(at(times.plain, 0.95)), unit: 'ms' },
    { name: `${name}, ratio of p50`, value: rounded(at(times.ours, 0.5) / at(times.plain, 0.5)), unit: '' },
  ];
}
