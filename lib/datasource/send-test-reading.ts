import type { Caller } from '@/lib/auth/caller';
import { takeJson } from '@/lib/ingest/take-messages';
import { exampleSchema } from './example-schema';
import { findDatasource } from './find-datasource';
import type { SentReading } from './test-reading-schema';

/**
 * Stores a message on behalf of a member instead of a key: everything behind the key is as with any other, so
 * it counts, shows and alerts like one. Without a body, the example schema is sent.
 */
export async function sendTestReading(caller: Caller, id: string, given: unknown): Promise<SentReading> {
  const { number, workspaceId } = await findDatasource(caller, id, 'datasource:write');
  const body = given ?? (await exampleSchema(caller, id)).body;
  const { messages, readings } = await takeJson(
    { id, number, workspaceId },
    Buffer.from(JSON.stringify(body)),
  );
  return { accepted: messages, readings };
}
