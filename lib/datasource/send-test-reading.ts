import type { Caller } from '@/lib/auth/caller';
import { findEndpoint } from '@/lib/ingest/endpoint/registry';
import { ingestAsMember } from '@/lib/ingest/ingest';
import { MemberRequest } from '@/lib/ingest/member-request';
import { problem } from '@/lib/problem';
import { exampleSchema } from './example-schema';
import { findDatasource } from './find-datasource';
import type { SentReading } from './test-reading-schema';

/**
 * Stores a message on behalf of a member instead of a key: everything behind the key is as with any other, so
 * it counts, shows and alerts like one. Without a body, the example schema is sent.
 */
export async function sendTestReading(caller: Caller, id: string, given: unknown): Promise<SentReading> {
  const { number, workspaceId } = await findDatasource(caller, id, 'datasource:write');
  const body = JSON.stringify(given ?? (await exampleSchema(caller, id)).body);
  const path = `/api/ingest/${id}`;
  const found = findEndpoint(path);
  if (!found) throw problem('not_found');
  const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
  const request = new MemberRequest({ path, headers, body: Buffer.from(body) });
  const { taken, refusal } = await ingestAsMember(request, found, {
    datasource: { id, number, workspaceId },
  });
  if (!taken) throw refusal ?? problem('internal');
  return { accepted: taken.messages, readings: taken.readings };
}
