import pg from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { pool } from '@/lib/database';
import { makeSender, type TestSender } from '@/lib/ingest/test-sender';
import { useTestDatabase } from '@/lib/test-database';
import { makeMember } from '@/lib/test-member';
import { flushNow } from '../flusher';
import { sealDays, sealLateMessages } from '../seal/run-sealing';
import { sealRun } from '../seal/test-history';
import { write } from '../test-write';
import { countUsage } from '../usage/count-usage';
import { readStorage } from '../usage/read-storage';
import { applyRetention } from './apply-retention';
import { saveDatasourceRetention, saveWorkspaceRetention } from './change-retention';
import { prune } from './prune';

useTestDatabase();
afterEach(() => flushNow());

const DAY_MS = 86_400_000;
const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
const signal = new AbortController().signal;
const keep = (
  rawDays: number | null,
  summaryYears: number | null,
  storageBytesMax: number | null = null,
) => ({
  retention: { rawDays, summaryYears },
  storageBytesMax,
});

/** A reading an hour on each of the last days, packed, as if that had been long ago. */
async function packHistory(sender: TestSender, days: number): Promise<void> {
  const messages = Array.from({ length: days * 24 }, (_, i) => ({
    at: today - days * DAY_MS + i * 3_600_000,
    values: { a: i / 100 },
  }));
  await write(sender, messages);
  await sealEverything();
  await pool().query(`update packed_day set packed_on = day where datasource_id = $1`, [sender.datasourceId]);
  await countUsage(Date.now());
}

async function sealEverything(): Promise<void> {
  await sealDays(sealRun(today + 3 * DAY_MS));
  await sealLateMessages(sealRun(today + 3 * DAY_MS));
}

/** Ages in days of what is kept, oldest first. */
async function kept(sender: TestSender): Promise<{ chunks: number[]; summaries: number[] }> {
  const ages = async (table: string) => {
    const { rows } = await pool().query<{ age: number }>(
      `select $2::date - day as age from ${table} c join metric m on m.id = c.metric_id
        where m.datasource_id = $1 order by day`,
      [sender.datasourceId, new Date(today)],
    );
    return rows.map(({ age }) => age);
  };
  return { chunks: await ages('chunk'), summaries: await ages('hour_summary') };
}

const range = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, i) => from - i);

describe('retention', () => {
  it('drops readings and summaries when they are older than what is kept [R1]', async () => {
    const sender = await makeSender();
    const other = await makeSender();
    await packHistory(sender, 380);
    await packHistory(other, 20);
    await saveWorkspaceRetention(sender.caller, keep(30, 1));
    await applyRetention({ nowMs: Date.now(), signal });
    expect(await kept(sender)).toEqual({ chunks: range(30, 1), summaries: range(366, 1) });
    expect((await kept(other)).chunks).toEqual(range(20, 1));
    await countUsage(Date.now());
    const storage = await readStorage(sender.caller);
    expect(storage.datasources[0]).toMatchObject({
      sealed: { readings: 30 * 24 },
      oldest: new Date(today - 30 * DAY_MS).toISOString().slice(0, 10),
      oldestSummary: new Date(today - 366 * DAY_MS).toISOString().slice(0, 10),
    });
  });

  it('follows the setting of the datasource rather than its workspace, and keeps summaries as long as readings [R1]', async () => {
    const member = await makeMember();
    const [own, inherits] = [await makeSender(member), await makeSender(member)];
    await packHistory(own, 10);
    await packHistory(inherits, 10);
    await saveWorkspaceRetention(member.caller, keep(0, 0));
    await saveDatasourceRetention(member.caller, own.datasourceId, {
      retention: { rawDays: 5, summaryYears: 0 },
    });
    await applyRetention({ nowMs: Date.now(), signal });
    expect(await kept(own)).toEqual({ chunks: range(5, 1), summaries: range(5, 1) });
    expect(await kept(inherits)).toEqual({ chunks: [], summaries: [] });
    await saveDatasourceRetention(member.caller, own.datasourceId, { retention: null });
    await applyRetention({ nowMs: Date.now(), signal });
    expect(await kept(own)).toEqual({ chunks: [], summaries: [] });
  });

  it('spares what was packed today, so that an import of old days is summed up whole [R2]', async () => {
    const sender = await makeSender();
    await saveWorkspaceRetention(sender.caller, keep(30, null));
    const old = today - 100 * DAY_MS;
    await write(sender, [{ at: old, values: { a: 1 } }]);
    await sealEverything();
    await applyRetention({ nowMs: Date.now(), signal });
    await write(sender, [{ at: old + 60_000, values: { a: 2 } }]);
    await sealEverything();
    await applyRetention({ nowMs: today + 4 * DAY_MS, signal }); // the day after it was packed
    expect(await kept(sender)).toEqual({ chunks: [], summaries: [100] });
    // A late reading of an hour that is summed up can't be told from a repeated one; of another hour it counts.
    await write(sender, [
      { at: old + 120_000, values: { a: 3 } },
      { at: old + 3_600_000, values: { a: 4 } },
    ]);
    await sealEverything();
    const { rows } = await pool().query(
      `select s.hour, s.count::int, s.sum from metric m join hour_summary h on h.metric_id = m.id, summary_hours(h.data) s
        where m.datasource_id = $1 order by hour`,
      [sender.datasourceId],
    );
    expect(rows).toEqual([
      { hour: 0, count: 2, sum: 3 },
      { hour: 1, count: 1, sum: 4 },
    ]);
    expect((await kept(sender)).chunks).toEqual([]);
  });

  it('above the cap drops the oldest days of all datasources first, and says so [R3]', async () => {
    const member = await makeMember();
    const [first, second] = [await makeSender(member), await makeSender(member)];
    await packHistory(first, 30);
    await packHistory(second, 10);
    const { bytes } = await readStorage(member.caller);
    // Smaller than a user may choose.
    await pool().query('update workspace set storage_bytes_max = $2 where id = $1', [
      member.caller.workspaceId,
      Math.floor(bytes * 0.8),
    ]);
    expect((await readStorage(member.caller)).notices).toEqual([
      expect.objectContaining({ kind: 'cap_reached', at: null }),
    ]);
    await applyRetention({ nowMs: Date.now(), signal });
    await countUsage(Date.now());
    const after = await readStorage(member.caller);
    expect(after.bytes).toBeLessThanOrEqual(Math.floor(bytes * 0.8));
    expect(after.bytes).toBeGreaterThan(bytes * 0.7);
    const left = await kept(first);
    expect(left.chunks.length).toBeLessThan(30);
    expect(left.chunks.at(-1)).toBe(1);
    expect(left.summaries).toHaveLength(30);
    expect((await kept(second)).chunks.length).toBe(10);
    const { rows } = await pool().query(
      'select user_id, action, detail from audit_entry where workspace_id = $1',
      [member.caller.workspaceId],
    );
    expect(rows).toEqual([
      {
        user_id: null,
        action: 'storage.cap_drop',
        detail: expect.objectContaining({ readings: (30 - left.chunks.length) * 24 }),
      },
    ]);
  });

  it('says of what went for the cap also when that was broken off [R3]', async () => {
    const sender = await makeSender();
    await packHistory(sender, 30);
    const { bytes } = await readStorage(sender.caller);
    await pool().query('update workspace set storage_bytes_max = $2 where id = $1', [
      sender.caller.workspaceId,
      Math.floor(bytes * 0.8),
    ]);
    const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
    let dropped = 0;
    const broken = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
      this: pg.Client,
      ...given: unknown[]
    ) {
      const [text] = given;
      if (typeof text === 'string' && text.startsWith('delete from chunk')) dropped += 1;
      return (dropped > 3 ? Promise.reject(new Error('broken off')) : query.apply(this, given)) as never;
    });
    await expect(applyRetention({ nowMs: Date.now(), signal })).rejects.toThrow('broken off');
    broken.mockRestore();
    expect((await kept(sender)).chunks).toHaveLength(27);
    const { rows } = await pool().query('select detail from audit_entry where workspace_id = $1', [
      sender.caller.workspaceId,
    ]);
    expect(rows).toEqual([{ detail: expect.objectContaining({ readings: 3 * 24 }) }]);
  });

  it('tells a week before that the cap will be reached [R3]', async () => {
    const sender = await makeSender();
    await packHistory(sender, 60);
    const { bytes, datasources } = await readStorage(sender.caller);
    const aDay = ((datasources[0]?.forecast[0]?.bytes ?? 0) - bytes) / 30;
    const cap = async (days: number) => {
      await pool().query('update workspace set storage_bytes_max = $2 where id = $1', [
        sender.caller.workspaceId,
        Math.round(bytes + aDay * days),
      ]);
      return readStorage(sender.caller);
    };
    expect((await cap(5.5)).notices).toEqual([expect.objectContaining({ kind: 'cap_near' })]);
    const later = await cap(20.5);
    expect(later.notices).toEqual([]);
    expect(Date.parse(later.capReachedAt ?? '') - Date.now()).toBeGreaterThan(20 * DAY_MS);
    expect((await cap(1000)).capReachedAt).toBeNull();
  });
});

it('prunes counts by minute and notes of repeated requests [R4]', async () => {
  const sender = await makeSender();
  await pool().query(
    `insert into ingest_minute (datasource_id, minute) select $1, now() - n * interval '1 day' from unnest(array[1, 399, 401]) n`,
    [sender.datasourceId],
  );
  await pool().query(
    `insert into idempotency_record (api_key_id, key_hash, body_hash, accepted, at)
     select 'key', decode(n::text, 'escape'), '', 1, now() - n * interval '1 hour' from unnest(array[23, 25]) n`,
  );
  await prune(Date.now(), signal);
  const { rows } = await pool().query(
    `select (select count(*) from ingest_minute where datasource_id = $1)::int as minutes,
            (select count(*) from idempotency_record)::int as notes`,
    [sender.datasourceId],
  );
  expect(rows).toEqual([{ minutes: 2, notes: 1 }]);
});
