import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Quickstart } from '@/server/demo';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const START_MS_MAX = 400_000;

export type Product = { quickstart: Quickstart; stop: () => Promise<void> };

/** The product as its users start it, `npm run up`, with the demo twin, in a data folder that goes away with it. */
export async function startProduct(port: number): Promise<Product> {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'twinnoverse-bench-'));
  fs.chmodSync(data, 0o711); // as root, the database runs as another user
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, ['scripts/up.mjs', '--port', String(port), '--data', data], {
    cwd: ROOT,
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = async () => {
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await ended;
    }
    fs.rmSync(data, { recursive: true, force: true });
  };
  try {
    return { quickstart: await readQuickstart(child, path.join(data, 'quickstart.json')), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** It is written once the demo stands. */
async function readQuickstart(child: ChildProcess, file: string): Promise<Quickstart> {
  const until = Date.now() + START_MS_MAX;
  while (!fs.existsSync(file)) {
    if (child.exitCode !== null) throw new Error(`The product ended with ${child.exitCode}.`);
    if (Date.now() > until) throw new Error('The product did not start.');
    await wait(250);
  }
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Quickstart;
}
