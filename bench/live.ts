import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { resetEnv } from '@/lib/env';
import { makeSender, type TestSender } from '@/lib/ingest/test-sender';
import { makeMember } from '@/lib/test-member';
import { databaseUrl, ProcessUnderTest, postgresPid } from '@/server/process-under-test';
import { nextMessage, startChild } from './child';
import { preciseNow, type ReadersAnswer, type ReadersQuestion } from './live-readers';
import { processorMs, residentBytes } from './processor-time';
import type { BenchFigure } from './report';

const READERS = 1_000;
const LOOKERS = 20;
const METRICS = 1_000;
const ROUNDS = 3;
const SECONDS = 6;

/** How 1,000 metrics come to change each second. */
const CASES = [
  { name: '1 datasource, 10 messages a second', datasources: 1, messagesPerSecond: 10, processes: 1 },
  { name: '10 datasources, 100 messages a second', datasources: 10, messagesPerSecond: 100, processes: 1 },
  { name: 'the same, sent to another process', datasources: 10, messagesPerSecond: 100, processes: 2 },
];
type Case = (typeof CASES)[number];

/** A thousand readers of a thousand metrics, each of which changes once a second; all readers see all. */
export async function benchLive(): Promise<BenchFigure[]> {
  const figures: BenchFigure[] = [];
  for (const each of CASES) figures.push(...(await runCase(each)));
  return figures;
}

async function runCase({ name, datasources, messagesPerSecond, processes }: Case): Promise<BenchFigure[]> {
  const product = await startLiveProduct({ datasources, processes });
  const { child } = await startChild<object>('./live-readers.ts');
  const ask = async <T>(question: ReadersQuestion): Promise<T> => {
    child.send(question);
    const answer = await nextMessage<T & { error?: string }>(child);
    if (answer.error) throw new Error(answer.error);
    return answer;
  };
  const stopSending = startSending(product, messagesPerSecond);
  try {
    await wait(2_000); // metrics are made, memory is warm
    const alone = await measureServer(product, async () => wait(3_000));
    const ids = product.senders.map(({ datasourceId }) => datasourceId).join(',');
    const path = `/api/live?datasources=${ids}`;
    const { cookie, readPort: port } = product;
    await ask({ ask: 'open', port, path, cookie, readers: READERS, lookers: LOOKERS });
    await wait(3_000);
    const rounds = [];
    for (let i = 0; i < ROUNDS; i++) {
      await ask<ReadersAnswer>({ ask: 'measure' });
      const server = await measureServer(product, async () => wait(SECONDS * 1000));
      rounds.push({ ...server, ...(await ask<ReadersAnswer>({ ask: 'measure' })) });
    }
    const late = rounds.map(({ latencies }) => latencies.sort((a, b) => a - b));
    const at = (share: number) => late.map((row) => row[Math.floor(row.length * share)] ?? Number.NaN);
    const perReader = rounds.map(({ rssBytes }) => (rssBytes - alone.rssBytes) / READERS / 1000);
    const figure = (what: string, values: readonly number[], unit: string): BenchFigure => ({
      name: `${name}: ${what}`,
      value: Math.round(median(values) * 10) / 10,
      unit,
    });
    return [
      figure(
        'server, of one core',
        rounds.map(({ cpuShare }) => cpuShare * 100),
        '%',
      ),
      figure('the same without readers', [alone.cpuShare * 100], '%'),
      figure('memory per reader', perReader, 'kB'),
      figure('latency p50', at(0.5), 'ms'),
      figure('latency p99', at(0.99), 'ms'),
      figure(
        'changes a second and reader',
        rounds.map(({ updates }) => updates / LOOKERS / SECONDS),
        '',
      ),
      figure(
        'sent to all readers',
        rounds.map(({ bytes }) => bytes / SECONDS / 1e6),
        'MB/s',
      ),
    ];
  } finally {
    stopSending();
    child.send({ ask: 'stop' } satisfies ReadersQuestion);
    await product.stop();
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

type LiveProduct = Awaited<ReturnType<typeof startLiveProduct>>;

/**
 * The product but its pages, on a database of its own, with as many datasources of one workspace. Of two processes the
 * first takes the messages, and the second, which is measured, has the readers.
 */
async function startLiveProduct({ datasources, processes }: Pick<Case, 'datasources' | 'processes'>) {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'twinnoverse-bench-'));
  fs.chmodSync(dataFolder, 0o711); // as root, the database runs as another user
  const secret = 'a secret of the benchmark, which nobody else uses';
  const common = {
    HOST: '127.0.0.1',
    AUTH_SECRET: secret,
    TRUST_PROXY: 'true',
    LIVE_BUS: processes > 1 ? 'postgres' : 'process',
  };
  const servers = [ProcessUnderTest.spawn({ ...common, DATA_DIR: dataFolder })];
  const urls = [(await servers[0]?.ready()) ?? ''];
  process.env.DATABASE_URL = databaseUrl(dataFolder);
  if (processes > 1) {
    const other = {
      ...common,
      DATA_DIR: path.join(dataFolder, 'other'),
      DATABASE_URL: process.env.DATABASE_URL,
    };
    servers.push(ProcessUnderTest.spawn(other));
    urls.push((await servers[1]?.ready()) ?? '');
  }
  process.env.AUTH_SECRET = secret;
  process.env.LIVE_BUS = 'process';
  resetEnv();
  const member = await makeMember();
  const senders: TestSender[] = [];
  for (let i = 0; i < datasources; i++) senders.push(await makeSender(member));
  const { closeDatabase } = await import('@/lib/database');
  await closeDatabase();
  const portOf = (url: string | undefined) => Number(new URL(url ?? '').port);
  return {
    sendPort: portOf(urls[0]),
    readPort: portOf(urls.at(-1)),
    cookie: member.cookie,
    senders,
    pid: servers.at(-1)?.pid ?? 0,
    databasePid: processes > 1 ? undefined : postgresPid(dataFolder),
    stop: async () => {
      for (const server of servers.reverse()) {
        server.kill('SIGTERM');
        await server.ended;
      }
      fs.rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** What the server's process computes, without its database, and how much memory it holds. */
async function measureServer({ pid, databasePid }: LiveProduct, work: () => Promise<void>) {
  // The database is a child of the first process, and of no other.
  const spent = () =>
    (processorMs(pid) ?? Number.NaN) -
    (databasePid === undefined ? 0 : (processorMs(databasePid) ?? Number.NaN));
  const [from, begun] = [spent(), performance.now()];
  await work();
  return {
    cpuShare: (spent() - from) / (performance.now() - begun),
    rssBytes: residentBytes(pid) ?? Number.NaN,
  };
}

/** Sends messages at even times, so that each metric changes once a second; answers how to stop. */
function startSending({ sendPort: port, senders }: LiveProduct, messagesPerSecond: number): () => void {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });
  const perMessage = METRICS / messagesPerSecond;
  const perDatasource = METRICS / senders.length;
  let sent = 0;
  let stopped = false;
  const begun = performance.now();
  const timer = setInterval(() => {
    const due = ((performance.now() - begun) / 1000) * messagesPerSecond;
    for (; sent < due; sent++) {
      const sender = senders[sent % senders.length];
      const first = (Math.floor(sent / senders.length) * perMessage) % perDatasource;
      const now = preciseNow();
      const body = JSON.stringify(
        Object.fromEntries(Array.from({ length: perMessage }, (_, i) => [`metric_${first + i}`, now])),
      );
      const request = http.request({
        port,
        agent,
        method: 'POST',
        path: `/api/ingest/${sender?.datasourceId}`,
        headers: { authorization: sender?.key, 'content-type': 'application/json' },
      });
      request.on('response', (response) => {
        if (response.statusCode !== 200) throw new Error(`A message was refused: ${response.statusCode}`);
        response.resume();
      });
      request.on('error', (error) => {
        if (!stopped) throw error;
      });
      request.end(body);
    }
  }, 5);
  return () => {
    stopped = true;
    clearInterval(timer);
    agent.destroy();
  };
}
