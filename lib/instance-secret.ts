import { randomBytes } from 'node:crypto';
import { pool } from './database';
import { shared } from './shared-state';

/**
 * A secret that the instance made for itself when it was first needed, and keeps in the database: every process of it
 * reads the same.
 */
export function instanceSecret(name: string): Promise<string> {
  const known = shared('instance-secrets', () => new Map<string, Promise<string>>());
  const asked = known.get(name);
  if (asked) return asked;
  const answer = loadOrMake(name).catch((cause: unknown) => {
    known.delete(name); // the database was away: ask again next time
    throw cause;
  });
  known.set(name, answer);
  return answer;
}

async function loadOrMake(name: string): Promise<string> {
  await pool().query(
    'insert into instance_secret (name, value) values ($1, $2) on conflict (name) do nothing',
    [name, randomBytes(48).toString('base64url')],
  );
  const { rows } = await pool().query<{ value: string }>(
    'select value from instance_secret where name = $1',
    [name],
  );
  const row = rows[0];
  if (!row) throw new Error(`The secret "${name}" could not be stored.`);
  return row.value;
}
