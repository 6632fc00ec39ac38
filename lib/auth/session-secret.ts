import { randomBytes } from 'node:crypto';
import { pool } from '@/lib/database';
import { env } from '@/lib/env';
import { shared } from '@/lib/shared-state';

const NAME = 'session';

/**
 * The secret that session cookies are encrypted with: `AUTH_SECRET`, else one that the instance made for
 * itself and keeps in the database, so that every process of it reads the same.
 */
export function sessionSecret(): Promise<string> {
  const given = env().AUTH_SECRET;
  if (given) return Promise.resolve(given);
  const known = shared<{ value?: Promise<string> }>('session-secret', () => ({}));
  known.value ??= loadOrMake().catch((cause: unknown) => {
    delete known.value; // the database was away: ask again next time
    throw cause;
  });
  return known.value;
}

async function loadOrMake(): Promise<string> {
  await pool().query(
    'insert into instance_secret (name, value) values ($1, $2) on conflict (name) do nothing',
    [NAME, randomBytes(48).toString('base64url')],
  );
  const { rows } = await pool().query<{ value: string }>(
    'select value from instance_secret where name = $1',
    [NAME],
  );
  const row = rows[0];
  if (!row) throw new Error('The session secret could not be stored.');
  return row.value;
}
