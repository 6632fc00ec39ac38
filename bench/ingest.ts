import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { postgresPid } from '@/server/process-under-test';
import { ask, startChild, stopChild } from './child';
import { type Influx, startInflux } from './influx-under-test';
import { ingestFigures } from './ingest-figures';
import {
  jsonRequests,
  lineRequests,
  type Requests,
  type Sender,
  WORKLOADS,
  type Workload,
} from './ingest-workloads';
import { type LoadResult, runLoad, runPaced } from './load';
import { processorMs } from './processor-time';
import type { BenchFigure } from './report';

const ROUNDS = 3;
const SECONDS = 3;

/** Who is asked. `pids`: whose processor time counts for it, all below them included. */
type Subject = { port: number; pid: number; requests: (workload: Workload) => Requests[] };

export type Measured = LoadResult & {
  /** What a request cost in all processes of the subject; undefined where the system does not tell. */
  cpuUs: number | undefined;
  /** The part of PostgreSQL in it. */
  databaseUs: number | undefined;
};
export type Round = { bare: Measured; own: Measured; influx: Measured | undefined };

/**
 * Ingest through the real front door, key check, validation, grouped commit with fsync, latest values and live bus
 * included, beside a bare `node:http` that reads and parses the same bodies, and beside InfluxDB, in the same
 * minute: trust the ratios, not the figures.
 */
export async function benchIngest(): Promise<BenchFigure[]> {
  const product = await startIngestProduct();
  const bareChild = await startChild<{ port: number }>('./bare-server.ts');
  const influx = await startInflux();
  if (!influx)
    console.log('InfluxDB (/usr/bin/influxd, package influxdb of Debian) is not installed: left out.');
  try {
    const bare: Subject = {
      port: bareChild.first.port,
      pid: bareChild.child.pid ?? 0,
      requests: product.subject.requests,
    };
    const other = influx && influxSubject(influx, product.senders);
    const figures: BenchFigure[] = [];
    let acknowledged = 0;
    for (const workload of WORKLOADS) {
      const { rounds, halfRate, messages } = await runRounds(workload, { bare, product, influx: other });
      acknowledged += messages;
      figures.push(...ingestFigures(workload, rounds, halfRate));
    }
    const { stored } = await ask<{ stored: number }>(product.child, 'count');
    figures.push({ name: 'messages acknowledged, and stored', value: stored, unit: '' });
    if (stored !== acknowledged) throw new Error(`${acknowledged} acknowledged, ${stored} stored`);
    return figures;
  } finally {
    await influx?.stop();
    bareChild.child.disconnect();
    await product.stop();
  }
}

type IngestProduct = Awaited<ReturnType<typeof startIngestProduct>>;

/** The product but its pages, on a database of its own, in a folder that goes away with it. */
export async function startIngestProduct() {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'twinnoverse-bench-'));
  fs.chmodSync(dataFolder, 0o711); // as root, the database runs as another user
  const { child, first } = await startChild<{ port: number; senders: Sender[] }>('./server-under-test.ts', {
    env: {
      NODE_ENV: 'production',
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataFolder,
      DATABASE_URL: '',
      LOG_LEVEL: 'error',
      INGEST_REQUESTS_PER_SECOND: '1000000',
      ADDRESS_REQUESTS_PER_SECOND: '1000000',
    },
    // As `npm run up` starts it. For profiles: BENCH_NODE_FLAGS="--cpu-prof".
    execArgv: [
      '--max-semi-space-size=64',
      '--expose-gc',
      ...(process.env.BENCH_NODE_FLAGS?.split(' ') ?? []),
    ],
  });
  const subject: Subject = {
    port: first.port,
    pid: child.pid ?? 0,
    requests: (workload) =>
      first.senders.slice(0, workload.connections).map((sender) => jsonRequests(sender, workload)),
  };
  return {
    child,
    subject,
    senders: first.senders,
    dataFolder,
    databasePid: postgresPid(dataFolder),
    stop: async () => {
      await stopChild(child);
      fs.rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

function influxSubject({ port, pid }: Influx, senders: readonly Sender[]): Subject {
  return {
    port,
    pid,
    requests: (workload) =>
      senders.slice(0, workload.connections).map((_, i) => lineRequests(`d${i}`, workload)),
  };
}

async function runRounds(
  workload: Workload,
  { bare, product, influx }: { bare: Subject; product: IngestProduct; influx: Subject | undefined },
) {
  const { subject, databasePid } = product;
  const rounds: Round[] = [];
  const warm = await measure(subject, workload, 1, databasePid);
  let requests = warm.requests;
  if (influx) await measure(influx, workload, 1);
  for (let round = 0; round < ROUNDS; round++) {
    const own = await measure(subject, workload, SECONDS, databasePid);
    requests += own.requests;
    rounds.push({
      bare: await measure(bare, workload, SECONDS),
      own,
      influx: influx && (await measure(influx, workload, SECONDS)),
    });
  }
  const rates = rounds.map(({ own }) => own.perSecond).sort((a, b) => a - b);
  const perSecond = (rates[Math.floor(ROUNDS / 2)] ?? 0) / 2;
  const halfRate: LoadResult[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const make = subject.requests(workload);
    const result = await runPaced({
      port: subject.port,
      connections: workload.connections,
      seconds: SECONDS,
      perSecond,
      request: (connection) => nextOf(make, connection),
    });
    requests += result.requests;
    halfRate.push(result);
  }
  return { rounds, halfRate, messages: requests * workload.messages };
}

async function measure(
  subject: Subject,
  workload: Workload,
  seconds: number,
  databasePid?: number,
): Promise<Measured> {
  const { port, pid } = subject;
  const make = subject.requests(workload);
  const clocks = () => [processorMs(pid), databasePid === undefined ? 0 : processorMs(databasePid)] as const;
  const [before, databaseBefore] = clocks();
  const result = await runLoad({
    port,
    seconds,
    connections: workload.connections,
    request: (connection) => nextOf(make, connection),
  });
  const [after, databaseAfter] = clocks();
  if (result.refused > 0) throw new Error(`${workload.name}: ${result.refused} requests were refused`);
  const spent = (from: number | undefined, to: number | undefined) =>
    from === undefined || to === undefined ? undefined : ((to - from) * 1000) / result.requests;
  return { ...result, cpuUs: spent(before, after), databaseUs: spent(databaseBefore, databaseAfter) };
}

export const nextOf = (make: readonly Requests[], connection: number): Buffer =>
  make[connection % make.length]?.() ?? Buffer.alloc(0);
