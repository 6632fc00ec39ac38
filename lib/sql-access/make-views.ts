import type pg from 'pg';
import { sqlName } from './names';
import { viewStatements } from './view-definitions';

/** Makes the workspace's schema, or makes it anew, and lets its role read it. */
export async function makeViews(client: pg.ClientBase, workspaceId: string): Promise<void> {
  const name = sqlName(workspaceId);
  const { rows } = await client.query<{ tables: string }>(`select quote_ident(current_schema()) as tables`);
  const tables = rows[0]?.tables ?? 'public';
  const statements = [
    `drop schema if exists ${name} cascade`,
    `create schema ${name}`,
    ...viewStatements({ schema: name, tables, workspaceId }),
    `revoke all on all functions in schema ${name} from public`,
    `grant usage on schema ${name} to ${name}`,
    // The functions that unpack call each other by name.
    `grant usage on schema ${tables} to ${name}`,
    `grant select on all tables in schema ${name} to ${name}`,
    `grant execute on all functions in schema ${name} to ${name}`,
  ];
  for (const statement of statements) await client.query(statement);
}
