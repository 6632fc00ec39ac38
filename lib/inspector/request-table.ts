import type pg from 'pg';
import { addMinutes, type MinuteRow } from '@/lib/telemetry/ingest-minute-table';
import { transaction } from '@/lib/transaction';
import { type Exchange, REQUESTS_KEPT } from './schema';

export type RequestRow = {
  datasourceId: string;
  at: number;
  status: number;
  /** Of the refusal; null: accepted. */
  code: string | null;
  endpoint: string;
  format: string | null;
  exchange: Exchange;
  body: Buffer | null;
  bodyBytes: number;
  messages: number;
  readings: number;
  durationUs: number;
  address: string | null;
};

export type RefusalCount = { datasourceId: string; minute: number; code: string; count: number };

/**
 * Keeps requests, the last ones of each datasource, and counts refusals; those of datasources that do not exist are
 * passed over.
 */
export function saveRequests(rows: readonly RequestRow[], refusals: readonly RefusalCount[]): Promise<void> {
  return transaction(async (client) => {
    await addMinutes(client, refusedMinutes(refusals));
    await addRefusals(client, refusals);
    await insertRequests(client, rows);
  });
}

function refusedMinutes(refusals: readonly RefusalCount[]): MinuteRow[] {
  const minutes = new Map<string, MinuteRow>();
  for (const { datasourceId, minute, count } of refusals) {
    const key = `${datasourceId} ${minute}`;
    const known = minutes.get(key);
    if (known) known.refused += count;
    else minutes.set(key, { datasourceId, minute, messages: 0, readings: 0, refused: count });
  }
  return [...minutes.values()];
}

async function addRefusals(client: pg.ClientBase, rows: readonly RefusalCount[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query(
    `insert into refusal_minute (datasource_id, minute, code, count)
     select d.id, u.minute, u.code, u.count
       from unnest($1::text[], $2::timestamptz[], $3::text[], $4::int[]) as u(id, minute, code, count)
       join datasource d on d.id = u.id
      order by d.id, u.minute, u.code
     on conflict (datasource_id, minute, code) do update set count = refusal_minute.count + excluded.count`,
    [
      rows.map((row) => row.datasourceId),
      rows.map((row) => new Date(row.minute)),
      rows.map((row) => row.code),
      rows.map((row) => row.count),
    ],
  );
}

async function insertRequests(client: pg.ClientBase, rows: readonly RequestRow[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.datasourceId);
  await client.query(
    `insert into ingest_request (datasource_id, at, status, code, endpoint, format, exchange, body, body_bytes,
                                 messages, readings, duration_us, address)
     select d.id, u.at, u.status, u.code, u.endpoint, u.format, u.exchange::jsonb, u.body, u.body_bytes,
            u.messages, u.readings, u.duration_us, u.address
       from unnest($1::text[], $2::timestamptz[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[],
                   $8::bytea[], $9::int[], $10::int[], $11::int[], $12::int[], $13::text[])
            with ordinality as u(id, at, status, code, endpoint, format, exchange, body, body_bytes,
                                 messages, readings, duration_us, address, position)
       join datasource d on d.id = u.id
      order by u.position`,
    [
      ids,
      rows.map((row) => new Date(row.at)),
      rows.map((row) => row.status),
      rows.map((row) => row.code),
      rows.map((row) => row.endpoint),
      rows.map((row) => row.format),
      rows.map((row) => JSON.stringify(row.exchange)),
      rows.map((row) => row.body),
      rows.map((row) => row.bodyBytes),
      rows.map((row) => row.messages),
      rows.map((row) => row.readings),
      rows.map((row) => row.durationUs),
      rows.map((row) => row.address),
    ],
  );
  // Those without a good key, of which there may be any number, push nothing else out.
  // What another process is deleting just now is left to it.
  await client.query(
    `delete from ingest_request r
      using (select id from ingest_request
              where id in (select id from (
                     select id, row_number() over (partition by datasource_id, code is null, exchange ? 'method'
                                                   order by at desc, id desc) as position
                       from ingest_request where datasource_id = any($1::text[])) as ranked
                     where position > $2)
              for update skip locked) as old
      where r.id = old.id`,
    [[...new Set(ids)], REQUESTS_KEPT],
  );
}
