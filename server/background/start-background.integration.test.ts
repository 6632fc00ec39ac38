import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { pool } from '@/lib/database';
import { makeSender } from '@/lib/ingest/test-sender';
import { readAll, rowsLeft } from '@/lib/telemetry/seal/test-history';
import { write } from '@/lib/telemetry/test-write';
import { useTestDatabase } from '@/lib/test-database';
import { startBackground } from './start-background';

useTestDatabase();
// A thread compiles our TypeScript first, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

let background: { stop: () => Promise<void> } | undefined;
afterEach(() => background?.stop());

const DAY_MS = 86_400_000;
const FAILING = new URL('./test-failing-thread.mjs', import.meta.url);

describe('the background thread', () => {
  it('packs days that are over, and gives its leases and connections back when it stops', async () => {
    const sender = await makeSender();
    const at = Date.now() - 3 * DAY_MS;
    await write(sender, [{ at, values: { a: 1, s: 'on' } }]);
    const before = await readAll(sender);
    background = startBackground({ afterMs: 0, data: { firstAfterMs: 0 } });
    await vi.waitUntil(async () => (await rowsLeft(sender)) === 0, { timeout: 50_000, interval: 50 });
    await background.stop();
    expect(await readAll(sender)).toEqual(before);
    expect((await pool().query('select name from lease')).rows).toEqual([]);
  });

  it('knows its database whatever becomes of the environment of the process meanwhile', async () => {
    const sender = await makeSender();
    await write(sender, [{ at: Date.now() - 5 * DAY_MS, values: { a: 1 } }]);
    background = startBackground({ afterMs: 100, data: { firstAfterMs: 0 } });
    const url = process.env.DATABASE_URL;
    delete process.env.DATABASE_URL; // as Next does with what was not there at the start
    try {
      await vi.waitUntil(async () => (await rowsLeft(sender)) === 0, { timeout: 50_000, interval: 50 });
    } finally {
      process.env.DATABASE_URL = url;
    }
  });

  it('is followed by another when it fails, ever later, until it is stopped', async () => {
    const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'twinnoverse-thread-')), 'starts');
    const starts = () => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().split('\n') : []);
    background = startBackground({ afterMs: 0, thread: FAILING, data: { file }, restartMs: 50 });
    await vi.waitUntil(() => starts().length >= 4, { timeout: 50_000 });
    const times = starts().map(Number);
    expect((times[3] ?? 0) - (times[2] ?? 0)).toBeGreaterThanOrEqual(200);
    await background.stop();
    const count = starts().length;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(starts().length).toBe(count);
    fs.rmSync(path.dirname(file), { recursive: true });
  });

  it('is not waited for when it stands still', async () => {
    const standing = new URL(
      `data:text/javascript,${encodeURIComponent('setInterval(() => {}, 1000); for (;;);')}`,
    );
    background = startBackground({ afterMs: 0, thread: standing });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const begun = performance.now();
    await background.stop();
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
