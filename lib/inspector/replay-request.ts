import type { Caller } from '@/lib/auth/caller';
import { pool } from '@/lib/database';
import { findDatasource } from '@/lib/datasource/find-datasource';
import type { Endpoint } from '@/lib/ingest/endpoint/endpoint';
import { findEndpoint } from '@/lib/ingest/endpoint/registry';
import { ingestAsMember } from '@/lib/ingest/ingest';
import { MemberRequest } from '@/lib/ingest/member-request';
import { problem } from '@/lib/problem';
import { getRequest } from './get-request';
import { flushRequests } from './record-request';
import type { Replay, Replayed, RequestDetail } from './schema';
import { splitTarget } from './split-target';

/** Of who sent it and how it travelled, which is another matter this time; `idempotency-key` would do nothing again. */
const LEFT_OUT =
  /^(?:authorization|proxy-.*|x-api-key|cookie|host|connection|keep-alive|te|trailer|upgrade|expect|transfer-encoding|content-length|content-type|content-encoding|accept.*|user-agent|x-forwarded-.*|x-real-ip|forwarded|via|x-request-id|idempotency-key)$/;

/**
 * Sends a request again, as it was or corrected, through everything that is behind the key. The caller answers for
 * it instead of a key; it counts, shows and alerts like any other.
 */
export async function replayRequest(
  caller: Caller,
  datasourceId: string,
  id: string,
  given: Replay,
): Promise<Replayed> {
  const { number, workspaceId } = await findDatasource(caller, datasourceId, 'datasource:write');
  const request = await getRequest(caller, datasourceId, id);
  const body = bodyOf(request, given);
  const { path, query } = splitTarget(request.target ?? `/api/ingest/${datasourceId}`);
  const found = findEndpoint(path, query);
  if (!found) throw problem('not_found', { detail: `Nobody answers at ${path} any more.` });
  const { answer, taken, refusal } = await ingestAsMember(
    new MemberRequest({
      path,
      query: given.query ?? query,
      headers: headersOf(request, given, found.endpoint, body.length),
      body,
    }),
    found,
    { datasource: { id: datasourceId, number, workspaceId }, replayOf: id },
  );
  await flushRequests();
  return {
    status: answer.status,
    body: answer.body,
    code: refusal?.code ?? null,
    messages: taken?.messages ?? 0,
    readings: taken?.readings ?? 0,
    requestId: await newestReplay(datasourceId, id),
  };
}

async function newestReplay(datasourceId: string, id: string): Promise<string | null> {
  const { rows } = await pool().query<{ id: string }>(
    `select id from ingest_request where datasource_id = $1 and exchange->>'replayOf' = $2
      order by id desc limit 1`,
    [datasourceId, id],
  );
  return rows[0]?.id ?? null;
}

function bodyOf(request: RequestDetail, { body }: Replay): Buffer {
  if (body !== undefined) return Buffer.from(body, 'base64');
  if (request.isTruncated)
    throw problem('invalid_request', {
      detail: `Of this body only the start is kept (${request.bodyBytes.toLocaleString('en')} bytes came): it can't be sent again.`,
    });
  if (request.body === null)
    throw problem('invalid_request', { detail: 'The body of this request is not kept.' });
  return Buffer.from(request.body, 'base64');
}

function headersOf(
  request: RequestDetail,
  { contentType }: Replay,
  { formats }: Endpoint,
  length: number,
): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of request.headers) if (!LEFT_OUT.test(name)) headers[name] = value;
  const came = (name: string) => request.headers.find(([known]) => known === name)?.[1];
  const type = contentType === undefined ? came('content-type') : contentType;
  if (type) headers['content-type'] = type;
  // What is kept is unpacked already, unless packing belongs to the format.
  const encoding = came('content-encoding');
  if (encoding && formats.some(({ ownEncoding }) => ownEncoding === encoding))
    headers['content-encoding'] = encoding;
  headers['content-length'] = String(length);
  headers['user-agent'] = 'Twinnoverse inspector';
  return headers;
}
