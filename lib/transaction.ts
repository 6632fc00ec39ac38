import type pg from 'pg';
import { pool } from './database';

/** Runs work on one connection, in a transaction: all of it or nothing. For hand-written SQL; Prisma has its own. */
export async function transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // Whatever state the connection is in, closing it rolls back.
    client.release(true);
    throw error;
  }
}
