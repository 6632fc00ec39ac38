import { assertMay, type Caller } from '@/lib/auth/caller';
import { pool } from '@/lib/database';
import type { AuditList, AuditQuery } from './schema';

type Row = {
  id: string;
  at: Date;
  user_id: string | null;
  user_name: string | null;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
};

/** Who did what in the workspace that can't be undone. For those who manage it. */
export async function listAudit(caller: Caller, { before, limit }: AuditQuery): Promise<AuditList> {
  assertMay(caller, 'workspace:manage');
  const { rows } = await pool().query<Row>(
    `select a.id, a.at, a.user_id, u.name as user_name, a.action, a.subject, a.detail
       from audit_entry a left join user_account u on u.id = a.user_id
      where a.workspace_id = $1 and ($2::bigint is null or a.id < $2::bigint)
      order by a.id desc limit $3`,
    [caller.workspaceId, before ?? null, limit],
  );
  return {
    entries: rows.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      user: row.user_id && row.user_name !== null ? { id: row.user_id, name: row.user_name } : null,
      action: row.action,
      subject: row.subject,
      detail: row.detail,
    })),
  };
}
