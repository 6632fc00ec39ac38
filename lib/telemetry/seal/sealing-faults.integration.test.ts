import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pool } from '@/lib/database';
import { makeSender } from '@/lib/ingest/test-sender';
import { log } from '@/lib/log';
import { useTestDatabase } from '@/lib/test-database';
import { flushNow } from '../flusher';
import { write } from '../test-write';
import { moveDay } from './move-day';
import { type SealRun, sealDays, sealLateMessages } from './run-sealing';
import { partitionOf } from './sealed-days';
import { freshDay, readAll, rowsLeft, sealRun } from './test-history';

useTestDatabase();
afterEach(() => flushNow());

const DAY_MS = 86_400_000;

const somewhat = (day: number, from: number, count = 15) =>
  Array.from({ length: count }, (_, i) => ({
    at: day + (from + i * 7) * 60_000,
    values: { a: i / 10, b: 3 * i, ...(i % 3 === 0 ? { state: i % 2 ? 'on' : 'off' } : {}) },
  }));

async function sealEverything(run: SealRun): Promise<void> {
  await sealDays(run);
  await sealLateMessages(run);
}

class Killed extends Error {}

/** Ends the process, as far as the database can tell, when its n-th statement is done: nothing comes after it. */
function killAfter(nth: number): { reached: () => boolean; undo: () => void } {
  let sent = 0;
  const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  const ask = (client: pg.Client, given: unknown[]) =>
    typeof given.at(-1) === 'function'
      ? new Promise<unknown>((resolve) => query.apply(client, [...given.slice(0, -1), resolve]))
      : (query.apply(client, given) as Promise<unknown>);
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...given: unknown[]
  ) {
    sent += 1;
    if (sent < nth) return query.apply(this, given) as never;
    const killed = new Killed(`killed after statement ${nth}`);
    const done = sent > nth ? Promise.resolve() : ask(this, given);
    const callback = given.at(-1);
    // The pool asks with a callback, transactions with a promise.
    if (typeof callback !== 'function') return done.then(() => Promise.reject(killed)) as never;
    void done.then(() => callback(killed));
    return undefined as never;
  });
  return { reached: () => sent >= nth, undo: () => spy.mockRestore() };
}

describe('sealing that is interrupted', () => {
  // What flushes meanwhile is killed as well, and says so.
  beforeEach(() => void vi.spyOn(log(), 'warn').mockImplementation(() => {}));

  it('by a kill after any statement loses nothing, doubles nothing, and goes on [Z1, Z2]', async () => {
    let reached = true;
    for (let nth = 1; reached; nth++) {
      const sender = await makeSender();
      const day = freshDay(2);
      const now = day + 5 * DAY_MS;
      await write(sender, [...somewhat(day, 1), ...somewhat(day + DAY_MS, 1)]);
      await sealEverything(sealRun(day + 2 * DAY_MS)); // one day is packed already
      await write(sender, somewhat(day, 4)); // some of it late, some new
      const before = await readAll(sender);
      const kill = killAfter(nth);
      try {
        await sealEverything(sealRun(now)).catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
        });
      } finally {
        kill.undo();
      }
      reached = kill.reached();
      expect(await readAll(sender)).toEqual(before);
      await sealEverything(sealRun(now));
      expect(await readAll(sender)).toEqual(before);
      expect(await rowsLeft(sender)).toBe(0);
    }
  }, 60_000);

  it('goes on where it stopped when the process is told to end', async () => {
    const sender = await makeSender();
    const day = freshDay();
    await write(sender, somewhat(day, 1));
    const before = await readAll(sender);
    const stopping = new AbortController();
    stopping.abort();
    await sealEverything({ ...sealRun(day + 3 * DAY_MS), signal: stopping.signal });
    expect(await readAll(sender)).toEqual(before);
    await sealEverything(sealRun(day + 3 * DAY_MS));
    expect(await rowsLeft(sender)).toBe(0);
  });
});

describe('sealing beside others', () => {
  it('twice at once does each thing once [Z3]', async () => {
    const senders = await Promise.all(Array.from({ length: 6 }, () => makeSender()));
    const day = freshDay(3);
    for (const sender of senders)
      for (const n of [0, 1, 2]) await write(sender, somewhat(day + n * DAY_MS, n));
    await sealEverything(sealRun(day + 2 * DAY_MS));
    for (const sender of senders) await write(sender, somewhat(day, 3));
    const before = await Promise.all(senders.map(readAll));
    const run = sealRun(day + 6 * DAY_MS);
    // Who finds a partition gone under its feet stops; the next round goes on.
    for (let round = 0; round < 2; round++)
      await Promise.allSettled([sealEverything(run), sealEverything(run), sealEverything(run)]);
    await sealEverything(run);
    expect(await Promise.all(senders.map(readAll))).toEqual(before);
    expect(await Promise.all(senders.map(rowsLeft))).toEqual(senders.map(() => 0));
  });

  it('loses no message that is acknowledged meanwhile [Z1, Z2]', async () => {
    const sender = await makeSender();
    const day = freshDay(2);
    await write(sender, somewhat(day, 1));
    const acknowledged = new Map<number, number>();
    let writing = true;
    const write_ = async (lane: number) => {
      for (let i = 0; writing; i++) {
        const at = day + (i % 2) * DAY_MS + i * 10_000 + lane;
        await write(sender, [{ at, values: { c: i } }]);
        acknowledged.set(at * 1000, i);
      }
    };
    const writers = [write_(1), write_(2), write_(3)];
    // On a quick machine six rounds are over before much was written.
    for (let round = 0; round < 6 || acknowledged.size <= 50; round++)
      await sealEverything(sealRun(day + 6 * DAY_MS));
    writing = false;
    await Promise.all(writers);
    await sealEverything(sealRun(day + 6 * DAY_MS));
    const { rows } = await pool().query(`select id from metric where datasource_id = $1 and key = 'c'`, [
      sender.datasourceId,
    ]);
    expect(acknowledged.size).toBeGreaterThan(50);
    expect((await readAll(sender)).get(`${rows[0].id} number`)).toEqual(
      new Map([...acknowledged].sort(([a], [b]) => a - b)),
    );
  });

  it('moves no day of which everybody would wait until all its rows are looked through [Z3]', async () => {
    const sender = await makeSender();
    const day = freshDay();
    await write(sender, somewhat(day, 1));
    const reader = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await reader.connect();
    await reader.query('begin');
    await reader.query(`select count(*) from ${partitionOf(day / DAY_MS)}`);
    // Goes away just after it was in the way of saying between which times the rows lie.
    let isOver = false;
    const moving = moveDay(day / DAY_MS).finally(() => {
      isOver = true;
    });
    const isDetaching = async () =>
      (await pool().query(`select from pg_stat_activity where query like 'alter table message detach%'`))
        .rowCount === 1;
    while (!isOver && !(await isDetaching()));
    await reader.query('commit');
    expect(await moving).toBe(false);
    await reader.end();
    expect(await moveDay(day / DAY_MS)).toBe(true);
    await sealEverything(sealRun(day + 3 * DAY_MS));
    expect(await rowsLeft(sender)).toBe(0);
  });

  it('waits for a long reader without holding up who writes [Z3]', async () => {
    const sender = await makeSender();
    const day = freshDay();
    await write(sender, somewhat(day, 1));
    const before = await readAll(sender);
    const reader = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await reader.connect();
    const read = async (table: string) => {
      await reader.query('begin');
      await reader.query(`select count(*) from ${table}`);
    };
    await read('message');
    const run = sealRun(day + 3 * DAY_MS);
    const sealing = sealDays(run);
    const startedAt = performance.now();
    await write(sender, somewhat(day, 2, 1));
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    expect(await sealing).toMatchObject({ moved: 0, sealed: 0, heldUp: 1 });
    await reader.query('commit');

    // Moved, but not dropped: everything is there twice, and read once.
    expect(await moveDay(day / DAY_MS)).toBe(true);
    await read('sealing_message');
    expect(await sealDays(run)).toMatchObject({ moved: 0, sealed: 0, heldUp: 1 });
    const twice = await readAll(sender);
    expect([...twice.keys()]).toEqual([...before.keys()]);
    await reader.query('commit');
    await reader.end();
    expect(await sealDays(run)).toMatchObject({ moved: 0, sealed: 1, heldUp: 0 });
    expect(await readAll(sender)).toEqual(twice);
    expect(await rowsLeft(sender)).toBe(0);
  });
});
