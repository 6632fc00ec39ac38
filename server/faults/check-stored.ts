import { pool } from '@/lib/database';
import type { Sent } from './load';

export type Checked = {
  requests: number;
  acknowledged: number;
  /** Stored though their sender was told nothing, or no: the connection broke first. */
  storedUnacknowledged: number;
  messages: number;
};

/** Every message of a datasource by the request that it is of: rows, rows that are being packed, and packed ones. */
const MESSAGES_BY_REQUEST = `
  with metric_r as (select id from metric where datasource_id = $1 and key = 'r'),
       place as (select s.id as shape, array_position(s.metric_ids, m.id) as place
                   from shape s, metric_r m where s.datasource_id = $1 and m.id = any (s.metric_ids)),
       stored as (select time, numbers[place] as r from message join place using (shape) where datasource = $2
            union select time, numbers[place] from sealing_message join place using (shape) where datasource = $2
            union select p.time, p.value from chunk c join metric_r m on m.id = c.metric_id, chunk_readings(c.data) p
                   where c.is_number)
  select r::int as request, count(*)::int as messages from stored group by r`;

/**
 * Compares what was sent with what the database holds. What was acknowledged is there once; of everything else all
 * messages of a request, or none.
 * @throws Error that names the first requests of which that is not true
 */
export async function checkStored(
  sender: { datasourceId: string; number: number },
  sent: readonly Sent[],
): Promise<Checked> {
  const { rows } = await pool().query<{ request: number; messages: number }>(MESSAGES_BY_REQUEST, [
    sender.datasourceId,
    sender.number,
  ]);
  const stored = new Map(rows.map(({ request, messages }) => [request, messages]));
  const wrong: string[] = [];
  const checked: Checked = { requests: sent.length, acknowledged: 0, storedUnacknowledged: 0, messages: 0 };
  for (const [request, { messages, acknowledged }] of sent.entries()) {
    const there = stored.get(request) ?? 0;
    checked.messages += there;
    if (acknowledged) checked.acknowledged += 1;
    else if (there > 0) checked.storedUnacknowledged += 1;
    if (there === messages || (there === 0 && !acknowledged)) continue;
    const what = acknowledged ? 'acknowledged' : 'not acknowledged';
    wrong.push(`request ${request} (${what}): ${there} of ${messages} messages are stored`);
  }
  if (wrong.length > 0)
    throw new Error(`${wrong.length} of ${sent.length} requests:\n${wrong.slice(0, 10).join('\n')}`);
  return checked;
}
