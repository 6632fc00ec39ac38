import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { prometheus as prometheusSnippet } from '@/lib/datasource/snippets/prometheus';
import { makeSender, storedLatest, type TestSender } from '@/lib/ingest/test-sender';
import { readManySeries } from '@/lib/telemetry/history/many-series';
import { manySeriesBodySchema } from '@/lib/telemetry/history/many-series-schema';
import { useTestDatabase } from '@/lib/test-database';
import { freePort } from '@/scripts/setup/free-port.mjs';
import { startInstance } from './test-instance';

// A real Prometheus, set up as its snippet says, scrapes itself and writes what it finds to a running server. `npm test` provides one.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

const PROMETHEUS = process.env.PROMETHEUS_PATH ?? '/usr/bin/prometheus';
const isHere = fs.existsSync(PROMETHEUS);
if (!isHere) console.log(`There is no Prometheus at ${PROMETHEUS}: its test is skipped.`);

useTestDatabase();

describe.runIf(isHere)('Prometheus', () => {
  const begun = Date.now();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'twinnoverse-prometheus-'));
  let stop: () => Promise<void>;
  let sender: TestSender;
  let prometheus: ChildProcess;
  let own: string;

  beforeAll(async () => {
    const instance = await startInstance();
    stop = instance.stop;
    sender = await makeSender();
    own = `127.0.0.1:${await freePort()}`;
    const keyFile = path.join(folder, 'twinnoverse.key');
    fs.writeFileSync(keyFile, sender.key);
    const snippet = prometheusSnippet.code({
      url: `${instance.url}/api/ingest/${sender.datasourceId}`,
      key: '',
    });
    const config = `global: { scrape_interval: 1s }
scrape_configs: [{ job_name: itself, static_configs: [{ targets: ['${own}'] }] }]
${snippet.replaceAll('/etc/prometheus/twinnoverse.key', keyFile)}`;
    const file = path.join(folder, 'prometheus.yml');
    fs.writeFileSync(file, config);
    prometheus = spawn(
      PROMETHEUS,
      [`--config.file=${file}`, `--storage.tsdb.path=${folder}/data`, `--web.listen-address=${own}`],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
  });
  afterAll(async () => {
    prometheus.kill('SIGKILL');
    await once(prometheus, 'exit');
    await stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  /** A figure that Prometheus has of itself. */
  const itsOwn = async (name: string): Promise<number> => {
    const page = await (await fetch(`http://${own}/metrics`)).text();
    const line = page.split('\n').find((each) => each.startsWith(`${name}{`));
    return Number(line?.split(' ').at(-1) ?? Number.NaN);
  };

  it('has its samples stored and read again, and none refused', async () => {
    const up = `up{instance=${own},job=itself}`;
    await vi.waitFor(
      async () => {
        const latest = await storedLatest(sender);
        expect(latest[up]).toBe(1);
        expect(Object.keys(latest).length).toBeGreaterThan(300);
      },
      { timeout: 60_000, interval: 250 },
    );
    const question = manySeriesBodySchema.parse({
      metrics: [{ datasourceId: sender.datasourceId, key: up }],
      aggregate: 'raw',
    });
    const ask = () =>
      readManySeries([{ id: sender.datasourceId, number: sender.number }], {
        ...question,
        from: begun,
        to: Date.now(),
      });
    await vi.waitFor(async () => expect((await ask()).series[0]?.points?.length).toBeGreaterThan(3), {
      timeout: 30_000,
      interval: 250,
    });
    expect(await itsOwn('prometheus_remote_storage_samples_failed_total')).toBe(0);
    expect(await itsOwn('prometheus_remote_storage_samples_dropped_total')).toBe(0);
  });
});
