import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { pool } from './database';
import { takeLease } from './lease';
import { startLeasedJob } from './leased-job';
import { log } from './log';
import { useTestDatabase } from './test-database';

useTestDatabase();

it('is held by one at a time, and given back at once', async () => {
  const first = await takeLease('job');
  expect(first).toBeDefined();
  expect(await takeLease('job')).toBeUndefined();
  expect(await takeLease('other job')).toBeDefined();
  await first?.release();
  const second = await takeLease('job');
  expect(second?.signal.aborted).toBe(false);
  // Who gave it back can't give it back again.
  await first?.release();
  expect(await takeLease('job')).toBeUndefined();
  await second?.release();
});

it('is renewed while it is held, and taken over when its holder ended without a word', async () => {
  const held = await takeLease('renewed', { ttlMs: 300, renewMs: 50 });
  await wait(600);
  expect(await takeLease('renewed')).toBeUndefined();
  await held?.release();
  await takeLease('silent', { ttlMs: 100, renewMs: 1e6 });
  expect(await takeLease('silent')).toBeUndefined();
  await expect.poll(() => takeLease('silent')).toBeDefined();
});

it('tells its holder when it is lost', async () => {
  const held = await takeLease('lost', { ttlMs: 60_000, renewMs: 20 });
  await pool().query(`update lease set holder = 'another' where name = 'lost'`);
  await expect.poll(() => held?.signal.aborted).toBe(true);
  await held?.release();
  expect((await pool().query(`select holder from lease where name = 'lost'`)).rows).toEqual([
    { holder: 'another' },
  ]);
});

it('runs a job in one of two processes at a time, and stops it when told', async () => {
  let running = 0;
  let most = 0;
  let runs = 0;
  const start = () =>
    startLeasedJob({
      name: 'exclusive',
      everyMs: 1,
      firstAfterMs: 0,
      run: async (signal) => {
        running += 1;
        runs += 1;
        most = Math.max(most, running);
        await wait(20, undefined, { signal }).catch(() => {});
        running -= 1;
      },
    });
  const jobs = [start(), start(), start()];
  await expect.poll(() => runs).toBeGreaterThan(4);
  await Promise.all(jobs.map((job) => job.stop()));
  expect([running, most]).toEqual([0, 1]);
});

it('runs a job again that failed, and says so', async () => {
  const warn = vi.spyOn(log(), 'warn').mockImplementation(() => {});
  let runs = 0;
  const job = startLeasedJob({
    name: 'failing',
    everyMs: 1,
    firstAfterMs: 0,
    run: () => {
      runs += 1;
      return Promise.reject(new Error('not today'));
    },
  });
  await expect.poll(() => runs).toBeGreaterThan(2);
  await job.stop();
  expect(warn).toHaveBeenCalled();
  expect((await pool().query(`select from lease where name = 'failing'`)).rowCount).toBe(0);
});
