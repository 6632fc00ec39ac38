import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { closeDatabase, pool, prisma } from '@/lib/database';
import { resetEnv } from '@/lib/env';
import { newId } from '@/lib/ids';
import { migrate } from '@/lib/migrate';
import { decodeNumbers, encodeNumbers } from '@/lib/telemetry/codec/numbers';
import { ensurePartition, insertMessages, type MessageRow } from '@/lib/telemetry/message-table';
import { sealDays, sealLateMessages } from '@/lib/telemetry/seal/run-sealing';
import { stopTelemetry } from '@/lib/telemetry/start-telemetry';
import { dayOf } from '@/lib/telemetry/times';
import { writeMessages } from '@/lib/telemetry/write-messages';
import { transaction } from '@/lib/transaction';
import { SETTINGS } from '@/server/embedded-database/settings';
import { startEmbeddedDatabase } from '@/server/embedded-database/start';
import type { BenchFigure } from './report';

const MIGRATIONS = fileURLToPath(new URL('../prisma/migrations', import.meta.url));
const DATASOURCES = 40;
const METRICS = 10;
const DAYS = 3;
const MINUTES = 1_440;
const DAY_MS = 86_400_000;

/** What a sealed day takes on disk and how fast days are packed and unpacked, on a database of its own, fsync on. */
export async function benchStorage(): Promise<BenchFigure[]> {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'twinnoverse-bench-'));
  fs.chmodSync(dataFolder, 0o711); // as root, the database runs as another user
  const database = await startEmbeddedDatabase({ dataFolder, settings: SETTINGS });
  process.env.DATABASE_URL = database.url('postgres');
  process.env.LIVE_BUS = 'process';
  resetEnv();
  try {
    await migrate(database.url('postgres'), MIGRATIONS);
    return [...(await benchSealing()), ...benchCodec()];
  } finally {
    await stopTelemetry();
    await closeDatabase();
    await database.stop();
    fs.rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function benchSealing(): Promise<BenchFigure[]> {
  const firstDay = dayOf(Date.now() * 1000) - DAYS;
  const senders = await makeDatasources();
  for (let day = firstDay; day < firstDay + DAYS; day++) await send(senders, day);
  const readings = DATASOURCES * METRICS * DAYS * MINUTES;
  const hotBytes = await sizeOf('message');

  // All days but today are over for long enough.
  const run = {
    nowMs: (firstDay + DAYS + 1) * DAY_MS,
    sealAfterHours: 24,
    signal: new AbortController().signal,
  };
  const sender = senders[0] as Sender;
  const alone = await acknowledgements(sender, wait(3_000));
  const startedAt = performance.now();
  const sealing = sealDays(run);
  const beside = await acknowledgements(sender, sealing);
  const outcome = await sealing;
  const sealMs = performance.now() - startedAt;
  if (outcome.sealed !== DAYS) throw new Error(`Packed ${outcome.sealed} days, not ${DAYS}.`);
  const bytes = (await sizeOf('chunk')) + (await sizeOf('hour_summary')) + (await sizeOf('packed_day'));
  const { rows } = await pool().query<{ count: string }>('select sum(count) as count from chunk');
  if (Number(rows[0]?.count) !== readings) throw new Error('Readings were lost.');

  // History that was imported: it never had partitions.
  await send(senders, firstDay - 100);
  const lateAt = performance.now();
  await sealLateMessages(run);
  const lateMs = performance.now() - lateAt;

  return [
    {
      name: 'as messages (10 values each), with indices',
      value: round(hotBytes / readings),
      unit: 'bytes a reading',
    },
    { name: 'packed, with indices and summaries', value: round(bytes / readings), unit: 'bytes a reading' },
    { name: 'packing days', value: Math.round((readings / sealMs) * 1000), unit: 'readings/s' },
    {
      name: 'packing imported history',
      value: Math.round((readings / DAYS / lateMs) * 1000),
      unit: 'readings/s',
    },
    { name: 'an acknowledgement beside it, p50', value: round(at(beside, 0.5)), unit: 'ms' },
    { name: 'an acknowledgement beside it, p99', value: round(at(beside, 0.99)), unit: 'ms' },
    { name: 'an acknowledgement at other times, p50', value: round(at(alone, 0.5)), unit: 'ms' },
    { name: 'an acknowledgement at other times, p99', value: round(at(alone, 0.99)), unit: 'ms' },
  ];
}

/** How long messages sent one after the other took to be stored, in milliseconds, ascending. */
async function acknowledgements(
  { id, datasource, workspaceId }: Sender,
  until: Promise<unknown>,
): Promise<number[]> {
  let over = false;
  void until.finally(() => {
    over = true;
  });
  const took: number[] = [];
  while (!over) {
    const startedAt = performance.now();
    await writeMessages(
      { id, number: datasource, workspaceId },
      [{ timeUs: undefined, keys: ['m0', 'm1', 'm2'], values: [1, 2, 3] }],
      { arrivedMs: Date.now(), metricsMax: 2_000 },
    );
    took.push(performance.now() - startedAt);
    await wait(2);
  }
  return took.sort((a, b) => a - b);
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;

const round = (value: number): number => Math.round(value * 100) / 100;

type Sender = { id: string; workspaceId: string; datasource: number; shape: number };

async function makeDatasources(): Promise<Sender[]> {
  const workspaceId = newId('workspace');
  await prisma().workspace.create({ data: { id: workspaceId, name: 'Bench' } });
  const senders: Sender[] = [];
  for (let i = 0; i < DATASOURCES; i++) {
    const { id, number } = await prisma().datasource.create({
      data: { id: newId('datasource'), workspaceId, type: 'api_ingest', name: `Sender ${i}` },
    });
    const metrics = await prisma().metric.createManyAndReturn({
      data: Array.from({ length: METRICS }, (_, m) => ({
        datasourceId: id,
        key: `m${m}`,
        kind: 'number' as const,
      })),
    });
    const metricIds = metrics.map((metric) => metric.id).sort((a, b) => a - b);
    const shape = await prisma().shape.create({ data: { datasourceId: id, metricIds } });
    senders.push({ id, workspaceId, datasource: number, shape: shape.id });
  }
  return senders;
}

/** A message a minute of each datasource. */
async function send(senders: readonly Sender[], day: number): Promise<void> {
  if (day >= dayOf(Date.now() * 1000) - DAYS) await transaction((client) => ensurePartition(client, day));
  for (const { datasource, shape } of senders) {
    const rows: MessageRow[] = Array.from({ length: MINUTES }, (_, minute) => ({
      datasource,
      shape,
      timeUs: (day * DAY_MS + minute * 60_000) * 1000,
      numbers: Array.from({ length: METRICS }, (_, m) => sensor(m, minute)),
      others: null,
    }));
    await transaction((client) => insertMessages(client, rows));
  }
}

/** Two decimal digits: a daily course, and noise of a hundred steps. */
const sensor = (metric: number, minute: number): number =>
  Math.round((20 + metric + 5 * Math.sin((minute / MINUTES) * 2 * Math.PI) + Math.random()) * 100) / 100;

async function sizeOf(table: string): Promise<number> {
  const { rows } = await pool().query<{ bytes: string }>(
    `select coalesce(sum(pg_total_relation_size(relid)), 0) as bytes from pg_partition_tree($1::regclass)`,
    [table],
  );
  const partitioned = Number(rows[0]?.bytes ?? 0);
  if (partitioned > 0) return partitioned;
  const plain = await pool().query<{ bytes: string }>(
    'select pg_total_relation_size($1::regclass) as bytes',
    [table],
  );
  return Number(plain.rows[0]?.bytes);
}

const SORTS: Record<string, (minute: number) => number> = {
  'two decimals': (minute) => sensor(0, minute),
  'noisy doubles': (minute) => 20 + Math.sin(minute / 200) + Math.random(),
};

function benchCodec(): BenchFigure[] {
  const timesUs = Float64Array.from({ length: MINUTES }, (_, i) => Date.UTC(2026, 0, 1) * 1000 + i * 60e6);
  return Object.entries(SORTS).flatMap(([name, value]) => {
    const numbers = { timesUs, values: Float64Array.from(timesUs, (_, minute) => value(minute)) };
    const packed = encodeNumbers(numbers);
    return [
      { name: `${name}: packed`, value: round(packed.length / MINUTES), unit: 'bytes a reading' },
      { name: `${name}: packing`, value: round(nsEach(() => encodeNumbers(numbers))), unit: 'ns a reading' },
      { name: `${name}: unpacking`, value: round(nsEach(() => decodeNumbers(packed))), unit: 'ns a reading' },
    ];
  });
}

/** The median of rounds. */
function nsEach(work: () => unknown): number {
  const rounds = Array.from({ length: 15 }, () => {
    const startedAt = performance.now();
    for (let i = 0; i < 100; i++) work();
    return ((performance.now() - startedAt) * 1e6) / (100 * MINUTES);
  });
  return rounds.sort((a, b) => a - b)[7] ?? Number.NaN;
}
