import type pg from 'pg';

const LOCKS = 727_371;

/**
 * Until the end of the transaction nobody else rewrites what is stored of this datasource: packs it, drops it, deletes
 * from it, or imports into it. They would meet on the same rows in any order.
 */
export async function lockHistory(client: pg.ClientBase, datasource: number): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1, $2)', [LOCKS, datasource]);
}
