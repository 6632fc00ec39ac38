import { createHash, randomBytes } from 'node:crypto';
import { assertMay, type Reader } from '@/lib/auth/caller';
import { pool } from '@/lib/database';
import { problem } from '@/lib/problem';
import { type LiveTicket, TICKET_SECONDS } from './live-ticket-schema';
import { remembered } from './remembered';
import { assertDatasources, type StreamAccess } from './stream-access';

const TICKET = /^twt_[\w-]{32}$/;
/** A key that was revoked ends the streams of its tickets within this time. */
const KEY_CHECK_MS = 1_000;

const hashOf = (ticket: string): Buffer => createHash('sha256').update(ticket).digest();

/**
 * A ticket for one stream, for a page of somebody else's: it can't send the key, and must not know it. The holder of
 * the key makes it, on a server, for who may look.
 */
export async function createLiveTicket(
  reader: Reader,
  datasourceIds: readonly string[],
): Promise<LiveTicket> {
  assertMay(reader, 'datasource:read');
  if (!('keyId' in reader))
    throw problem('forbidden', {
      detail: 'Tickets are made with an API key. A browser that is signed in opens the stream without one.',
    });
  const ids = [...new Set(datasourceIds)];
  await assertDatasources(reader, ids);
  const ticket = `twt_${randomBytes(24).toString('base64url')}`;
  const { rows } = await pool().query<{ expires_at: Date }>(
    `with old as (delete from live_ticket where expires_at < now())
     insert into live_ticket (hash, key_id, workspace_id, datasource_ids, expires_at)
     values ($1, $2, $3, $4, now() + make_interval(secs => $5)) returning expires_at`,
    [hashOf(ticket), reader.keyId, reader.workspaceId, ids, TICKET_SECONDS],
  );
  return { ticket, expiresAt: (rows[0]?.expires_at ?? new Date()).toISOString() };
}

type Redeemed = { keyId: string; workspaceId: string; datasourceIds: string[] };

/** The stream that a ticket opens: the ticket is used up with the first look, what it was made with must stay good. */
export function ticketAccess(ticket: string): StreamAccess {
  let redeemed: Redeemed | undefined;
  return {
    checkEveryMs: KEY_CHECK_MS,
    datasources: async () => {
      redeemed ??= await redeem(ticket);
      const { keyId, workspaceId, datasourceIds } = redeemed;
      const reader = await remembered(`key ${keyId}`, () => readerOfKey(keyId, workspaceId));
      await assertDatasources(reader, datasourceIds);
      return datasourceIds;
    },
  };
}

/** In one statement, so that of two who come with the same ticket one is refused. */
async function redeem(ticket: string): Promise<Redeemed> {
  const { rows } = TICKET.test(ticket)
    ? await pool().query<Redeemed & { isExpired: boolean }>(
        `delete from live_ticket where hash = $1
         returning key_id as "keyId", workspace_id as "workspaceId", datasource_ids as "datasourceIds",
                   expires_at < now() as "isExpired"`,
        [hashOf(ticket)],
      )
    : { rows: [] };
  const [found] = rows;
  if (!found || found.isExpired)
    throw problem('unauthorized', {
      detail: `The ticket is not known, was used already, or is older than ${TICKET_SECONDS} seconds.`,
      extra: { fix: 'Make a new ticket: each opens one stream.' },
    });
  return found;
}

/** What the key reaches now; its allowed addresses counted when the ticket was made. */
async function readerOfKey(keyId: string, workspaceId: string): Promise<Reader> {
  const { rows } = await pool().query<{ datasourceIds: string[] | null }>(
    `select case k.scope when 'workspace' then null
                 when 'datasource' then array[k.datasource_id]
                 else (select coalesce(array_agg(s.datasource_id), '{}') from api_key_datasource s where s.key_id = k.id)
            end as "datasourceIds"
       from api_key k
      where k.id = $1 and k.workspace_id = $2 and 'read' = any(k.permissions)
        and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())`,
    [keyId, workspaceId],
  );
  const [found] = rows;
  if (!found)
    throw problem('unauthorized', { detail: 'The API key that the ticket was made with works no more.' });
  return { keyId, workspaceId, datasourceIds: found.datasourceIds };
}
