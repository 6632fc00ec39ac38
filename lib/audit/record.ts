import type pg from 'pg';

/** What someone did that can't be undone. */
export type AuditEntry = {
  workspaceId: string;
  /** Null: the product itself. */
  userId: string | null;
  /** `key.create`, `key.revoke`, …: what, then what was done to it. */
  action: string;
  /** Id of what it was done to. */
  subject: string;
  /** Whatever tells later what it was; never a secret. */
  detail: Record<string, unknown>;
};

/** Writes it down in the transaction that does it: neither is there without the other. Answers the entry's id. */
export async function recordAudit(client: pg.ClientBase, entry: AuditEntry): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    'insert into audit_entry (workspace_id, user_id, action, subject, detail) values ($1, $2, $3, $4, $5) returning id',
    [entry.workspaceId, entry.userId, entry.action, entry.subject, JSON.stringify(entry.detail)],
  );
  const [row] = rows;
  if (!row) throw new Error('What is inserted has an id.');
  return row.id;
}

/** Of something that is done in several transactions: what it has come to. */
export async function changeAudit(
  client: pg.ClientBase,
  id: string,
  detail: AuditEntry['detail'],
): Promise<void> {
  await client.query('update audit_entry set detail = $2 where id = $1', [id, JSON.stringify(detail)]);
}
