import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { databasePlace } from '@/lib/database-place';
import { SQL_ROLES } from './names';
import { CONNECTIONS_MAX, STATEMENT_SECONDS_MAX } from './schema';
import { scramVerifier } from './scram-verifier';

const PASSWORD_BYTES = 24;
/** On disk, for what does not fit a query's memory. Only a superuser may bound it. */
const TEMPORARY_SPACE_MAX = '1GB';

export type MadePassword = { password: string; verifier: string };

export function makePassword(): MadePassword {
  const password = randomBytes(PASSWORD_BYTES).toString('base64url');
  return { password, verifier: scramVerifier(password) };
}

/** Makes the login role of a workspace, with no right but to connect. */
export async function makeRole(client: pg.ClientBase, name: string, verifier: string): Promise<void> {
  const { kind, database } = databasePlace();
  const here = `in database ${quoteName(database)}`;
  const settings: Record<string, string> = {
    search_path: `${name}, public`,
    default_transaction_read_only: 'on',
    statement_timeout: `'${STATEMENT_SECONDS_MAX}s'`,
    idle_in_transaction_session_timeout: `'60s'`,
    lock_timeout: `'5s'`,
  };
  const statements = [
    `create role ${name} login noinherit nosuperuser nocreatedb nocreaterole
       connection limit ${CONNECTIONS_MAX} password '${verifier}'`,
    ...Object.entries(settings).map(([key, value]) => `alter role ${name} ${here} set ${key} = ${value}`),
  ];
  for (const statement of statements) await client.query(statement);
  await letConnect(client, name, database);
  await joinRole(client, name);
  if (kind === 'external') return;
  await client.query(`alter role ${name} set temp_file_limit = '${TEMPORARY_SPACE_MAX}'`);
  await joinGroup(client, name);
  await closeLoopholes(client, database);
}

/** The access rules of the embedded database let only its members in. */
async function joinGroup(client: pg.ClientBase, name: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [SQL_ROLES]);
  if (rowCount === 0) await client.query(`create role ${SQL_ROLES} nologin`);
  await client.query(`grant ${SQL_ROLES} to ${name}`);
}

/** Everybody may, unless the database's owner took that away. */
async function letConnect(client: pg.ClientBase, name: string, database: string): Promise<void> {
  const { rows } = await client.query<{ may: boolean }>(
    `select has_database_privilege($1, $2, 'connect') as may`,
    [name, database],
  );
  if (!rows[0]?.may) await client.query(`grant connect on database ${quoteName(database)} to ${name}`);
}

/** Who is no superuser may cut off the role's connections, and drop what it owns, as its member only. */
export async function joinRole(client: pg.ClientBase, name: string): Promise<void> {
  const { rows } = await client.query<{ is_member: boolean }>(
    `select pg_has_role(current_user, $1, 'usage') as is_member`,
    [name],
  );
  if (!rows[0]?.is_member) await client.query(`grant ${name} to current_user`);
}

/**
 * Functions that everybody may call though they lock, or write where nobody looks: advisory locks are ours, large objects
 * and messages in the log would fill the disk.
 */
const LOOPHOLES = '^(pg_(try_)?advisory_|lo_|lowrite$|pg_logical_emit_message$)';

/** In a database that is ours alone: what PostgreSQL lets everybody do, though only the product has to. */
async function closeLoopholes(client: pg.ClientBase, database: string): Promise<void> {
  await client.query(`revoke temporary on database ${quoteName(database)} from public`);
  await client.query(`do $$ declare f regprocedure; begin
    for f in select oid from pg_proc
              where pronamespace = 'pg_catalog'::regnamespace and proname ~ '${LOOPHOLES}' loop
      execute format('revoke execute on function %s from public', f);
    end loop; end $$`);
}

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
