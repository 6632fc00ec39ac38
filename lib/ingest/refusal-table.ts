import type pg from 'pg';
import type { FieldError } from '@/lib/problem';
import { addMinutes, type MinuteRow } from '@/lib/telemetry/ingest-minute-table';
import { transaction } from '@/lib/transaction';

export const REFUSALS_KEPT = 50;

export type RefusalRow = {
  datasourceId: string;
  at: number;
  status: number;
  code: string;
  detail: string;
  errors: FieldError[] | undefined;
  address: string | undefined;
  bodyStart: string | undefined;
};

/**
 * Keeps refusals, the last 50 of each datasource, and counts them all; those of datasources that do not exist are
 * passed over.
 */
export function saveRefusals(rows: readonly RefusalRow[], minutes: readonly MinuteRow[]): Promise<void> {
  return transaction(async (client) => {
    await addMinutes(client, minutes);
    await insertRefusals(client, rows);
  });
}

async function insertRefusals(client: pg.ClientBase, rows: readonly RefusalRow[]): Promise<void> {
  const ids = rows.map((row) => row.datasourceId);
  const values = [
    ids,
    rows.map((row) => new Date(row.at)),
    rows.map((row) => row.status),
    rows.map((row) => row.code),
    rows.map((row) => row.detail),
    rows.map((row) => (row.errors ? JSON.stringify(row.errors) : null)),
    rows.map((row) => row.address ?? null),
    rows.map((row) => row.bodyStart ?? null),
  ];
  await client.query(
    `insert into refusal (datasource_id, at, status, code, detail, errors, address, body_start)
     select d.id, u.at, u.status, u.code, u.detail, u.errors::jsonb, u.address, u.body_start
       from unnest($1::text[], $2::timestamptz[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
            with ordinality as u(id, at, status, code, detail, errors, address, body_start, position)
       join datasource d on d.id = u.id
      order by u.position`,
    values,
  );
  await client.query(
    `delete from refusal r
      using (select id, row_number() over (partition by datasource_id order by at desc, id desc) as position
               from refusal where datasource_id = any($1::text[])) as ranked
      where r.id = ranked.id and ranked.position > $2`,
    [[...new Set(ids)], REFUSALS_KEPT],
  );
}
