import type { IncomingHttpHeaders } from 'node:http';
import { getToken } from 'next-auth/jwt';
import { pool } from '@/lib/database';
import type { Caller } from './caller';
import type { Role } from './permissions';
import { SESSION_COOKIES } from './session-cookie';
import { sessionSecret } from './session-secret';

export type Session = {
  caller: Caller;
  user: { id: string; email: string; name: string };
  workspace: { id: string; name: string };
};

/**
 * Who sends this request, from its session cookie; null when nobody is signed in.
 *
 * Works on plain headers, so that pages, route handlers and the front door in `server/` share it. The
 * database has the last word: a raised session version, a deleted account or a lost membership ends it.
 */
export async function readSession(headers: Headers | IncomingHttpHeaders): Promise<Session | null> {
  const cookie = headers instanceof Headers ? headers.get('cookie') : headers.cookie;
  const name = SESSION_COOKIES.find((candidate) => cookie?.includes(candidate));
  if (!cookie || !name) return null;
  const token = await getToken({
    req: { headers: { cookie } },
    secret: await sessionSecret(),
    cookieName: name,
  });
  if (typeof token?.sub !== 'string' || typeof token.sessionVersion !== 'number') return null;
  return findSession(token.sub, token.sessionVersion);
}

type Row = { email: string; name: string; role: Role; workspaceId: string; workspaceName: string };

async function findSession(userId: string, sessionVersion: number): Promise<Session | null> {
  const { rows } = await pool().query<Row>(
    `select u.email, u.name, m.role::text as role, w.id as "workspaceId", w.name as "workspaceName"
       from user_account u
       join membership m on m.user_id = u.id
       join workspace w on w.id = m.workspace_id
      where u.id = $1 and u.session_version = $2
      order by w.created_at, w.id
      limit 1`,
    [userId, sessionVersion],
  );
  const row = rows[0];
  if (!row) return null;
  return {
    caller: { userId, workspaceId: row.workspaceId, role: row.role },
    user: { id: userId, email: row.email, name: row.name },
    workspace: { id: row.workspaceId, name: row.workspaceName },
  };
}
