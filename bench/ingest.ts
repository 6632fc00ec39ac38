import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { nextMessage, startChild, stopChild } from './child';
import { httpPost, type LoadResult, runLoad } from './load';
import type { BenchFigure } from './report';

const ROUNDS = 3;
const SECONDS = 3;

type Sender = { datasourceId: string; key: string };

/** What one POST carries. */
const WORKLOADS = [
  { name: 'one reading a POST', connections: 64, messages: 1, values: 1 },
  { name: '100 readings a POST (10 messages of 10)', connections: 16, messages: 10, values: 10 },
  { name: '1,000 readings a POST (100 messages of 10)', connections: 16, messages: 100, values: 10 },
] as const;
type Workload = (typeof WORKLOADS)[number];

/**
 * Ingest through the real front door, key check, validation, grouped commit with fsync, latest values and live bus
 * included, beside a bare `node:http` echo of the same bodies in the same minute: trust the ratio, not the figures.
 */
export async function benchIngest(): Promise<BenchFigure[]> {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'twinnoverse-bench-'));
  fs.chmodSync(dataFolder, 0o711); // as root, the database runs as another user
  const echo = await startChild<{ port: number }>('./echo-server.ts');
  const server = await startChild<{ port: number; senders: Sender[] }>('./server-under-test.ts', {
    NODE_ENV: 'production',
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: dataFolder,
    DATABASE_URL: '',
    LOG_LEVEL: 'error',
    INGEST_REQUESTS_PER_SECOND: '1000000',
  });
  try {
    const figures: BenchFigure[] = [];
    let acknowledged = 0;
    for (const workload of WORKLOADS) {
      const requests = server.first.senders.map((sender) => requestsOf(sender, workload));
      const rounds: Round[] = [];
      const warm = await measure(server, workload, requests, 1);
      acknowledged += warm.requests * workload.messages;
      for (let round = 0; round < ROUNDS; round++) {
        const bare = await measure(echo, workload, requests, SECONDS);
        const own = await measure(server, workload, requests, SECONDS);
        acknowledged += own.requests * workload.messages;
        rounds.push({ bare, own });
      }
      figures.push(...figuresOf(workload, rounds));
    }
    server.child.send('count');
    const { stored } = await nextMessage<{ stored: number }>(server.child);
    figures.push({ name: 'messages acknowledged, and stored', value: stored, unit: '' });
    if (stored !== acknowledged) throw new Error(`${acknowledged} acknowledged, ${stored} stored`);
    return figures;
  } finally {
    echo.child.disconnect();
    await stopChild(server.child);
    fs.rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** A few bodies of a sender, made before the clock runs. */
function requestsOf({ datasourceId, key }: Sender, { messages, values }: Workload): Buffer[] {
  return Array.from({ length: 16 }, () => {
    const message = () =>
      Object.fromEntries(
        Array.from({ length: values }, (_, i) => [`metric_${i}`, Math.round(Math.random() * 1e4) / 100]),
      );
    const body = messages === 1 ? message() : Array.from({ length: messages }, message);
    return httpPost(`/api/ingest/${datasourceId}`, { authorization: `Bearer ${key}` }, JSON.stringify(body));
  });
}

type Measured = LoadResult & {
  /** What a request cost the server's process. */
  cpuUs: number;
};
type Round = { bare: Measured; own: Measured };

async function measure(
  { child, first }: { child: ChildProcess; first: { port: number } },
  workload: Workload,
  requests: Buffer[][],
  seconds: number,
): Promise<Measured> {
  const cpu = async () => {
    child.send('cpu');
    return (await nextMessage<{ cpuMs: number }>(child)).cpuMs;
  };
  const before = await cpu();
  const result = await runLoad({
    port: first.port,
    seconds,
    connections: workload.connections,
    request: (connection, count) => {
      const own = requests[connection % requests.length] ?? [];
      return own[count % own.length] ?? Buffer.alloc(0);
    },
  });
  if (result.refused > 0) throw new Error(`${workload.name}: ${result.refused} requests were refused`);
  return { ...result, cpuUs: (((await cpu()) - before) * 1000) / result.requests };
}

function figuresOf({ name, messages, values }: Workload, rounds: readonly Round[]): BenchFigure[] {
  const middle = (of: (round: Round) => number, digits = 0) => {
    const sorted = rounds.map(of).sort((a, b) => a - b);
    return Number((sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(digits));
  };
  return [
    { name: `${name}: requests`, value: middle(({ own }) => own.perSecond), unit: '/s' },
    { name: `${name}: readings`, value: middle(({ own }) => own.perSecond * messages * values), unit: '/s' },
    {
      name: `${name}: ratio to a bare echo`,
      value: middle(({ own, bare }) => own.perSecond / bare.perSecond, 2),
      unit: '',
    },
    { name: `${name}: processor time, ours`, value: middle(({ own }) => own.cpuUs), unit: 'µs' },
    { name: `${name}: processor time, echo`, value: middle(({ bare }) => bare.cpuUs), unit: 'µs' },
    { name: `${name}: p50`, value: middle(({ own }) => own.p50Ms, 1), unit: 'ms' },
    { name: `${name}: p99`, value: middle(({ own }) => own.p99Ms, 1), unit: 'ms' },
  ];
}
