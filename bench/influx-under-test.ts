import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../scripts/setup/free-port.mjs';

const PROGRAM = '/usr/bin/influxd';
const START_MS_MAX = 20_000;

export type Influx = { port: number; pid: number; stop: () => Promise<void> };

/**
 * InfluxDB 1.x as Debian packages it: its defaults (each write is on disk before it is acknowledged), on a folder of
 * its own, without the log line per request that it would write. Undefined when it is not installed.
 */
export async function startInflux(): Promise<Influx | undefined> {
  if (!fs.existsSync(PROGRAM)) return undefined;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'twinnoverse-bench-influx-'));
  const port = await freePort();
  const config = path.join(folder, 'influxdb.conf');
  fs.writeFileSync(config, configuration(folder, port, await freePort()));
  const child = spawn(PROGRAM, ['-config', config], { stdio: 'ignore' });
  const stop = async () => {
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    if (child.exitCode === null && child.kill('SIGTERM')) await ended;
    fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    await createDatabase(child, port);
    return { port, pid: child.pid ?? 0, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const configuration = (folder: string, port: number, backupPort: number): string => `
reporting-enabled = false
bind-address = "127.0.0.1:${backupPort}"
[meta]
  dir = "${folder}/meta"
[data]
  dir = "${folder}/data"
  wal-dir = "${folder}/wal"
  wal-fsync-delay = "0s"
[http]
  bind-address = "127.0.0.1:${port}"
  log-enabled = false
[monitor]
  store-enabled = false
`;

async function createDatabase(child: ChildProcess, port: number): Promise<void> {
  const until = Date.now() + START_MS_MAX;
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/query?q=CREATE%20DATABASE%20bench`, {
      method: 'POST',
    }).catch(() => undefined);
    if (answer?.ok) return;
    if (child.exitCode !== null || Date.now() > until) throw new Error('InfluxDB did not start.');
    await wait(100);
  }
}
