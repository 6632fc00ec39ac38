import { pool } from '@/lib/database';
import type { TestSender } from '@/lib/ingest/test-sender';
import type { ReadingValue } from '@/lib/live/protocol';
import { decodeNumbers } from '../codec/numbers';
import { decodeOthers } from '../codec/others';

const DAY_MS = 86_400_000;
let used = 0;

/** Start of a day that no other test of the file uses, and after which nobody has sent yet. */
export function freshDay(days = 1): number {
  used += days + 1;
  return Math.ceil(Date.now() / DAY_MS) * DAY_MS + (used - days) * DAY_MS;
}

/**
 * Everything that is known of a datasource, read the plainest way: rows win over chunks, those of `message` over those
 * that are being sealed. By `metric sort`, time (µs) to value.
 */
export async function readAll(sender: TestSender): Promise<Map<string, Map<number, ReadingValue>>> {
  const all = new Map<string, Map<number, ReadingValue>>();
  const put = (key: string, us: number, value: ReadingValue, wins: boolean) => {
    const series = all.get(key) ?? new Map<number, ReadingValue>();
    all.set(key, series);
    if (wins || !series.has(us)) series.set(us, value);
  };
  for (const table of ['sealing_message', 'message']) {
    const { rows } = await pool().query<{
      us: string;
      metric_ids: number[];
      numbers: number[];
      others: Record<string, ReadingValue> | null;
    }>(
      `select (extract(epoch from m.time) * 1000000)::bigint as us, s.metric_ids, m.numbers, m.others
         from ${table} m join shape s on s.id = m.shape where m.datasource = $1 order by m.time, m.shape`,
      [sender.number],
    );
    for (const { us, metric_ids, numbers, others } of rows) {
      for (const [i, id] of metric_ids.entries()) put(`${id} number`, Number(us), numbers[i] as number, true);
      for (const [id, value] of Object.entries(others ?? {})) put(`${id} other`, Number(us), value, true);
    }
  }
  const { rows: chunks } = await pool().query<{ id: number; is_number: boolean; data: Buffer }>(
    `select m.id, c.is_number, c.data from metric m join chunk c on c.metric_id = m.id
      where m.datasource_id = $1 order by m.id, c.is_number, c.first`,
    [sender.datasourceId],
  );
  for (const { id, is_number, data } of chunks) {
    const { timesUs, values } = is_number ? decodeNumbers(data) : decodeOthers(data);
    const key = `${id} ${is_number ? 'number' : 'other'}`;
    for (const [i, us] of timesUs.entries()) put(key, us, values[i] as ReadingValue, false);
  }
  return new Map(
    [...all].sort(([a], [b]) => a.localeCompare(b)).map(([key, series]) => [key, sorted(series)]),
  );
}

const sorted = (series: Map<number, ReadingValue>) => new Map([...series].sort(([a], [b]) => a - b));

/** How many rows of a datasource are not packed. */
export async function rowsLeft(sender: TestSender): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    `select ((select count(*) from message where datasource = $1)
           + (select count(*) from sealing_message where datasource = $1))::int as count`,
    [sender.number],
  );
  return rows[0]?.count ?? 0;
}

export const sealRun = (nowMs: number) => ({
  nowMs,
  sealAfterHours: 24,
  signal: new AbortController().signal,
});
