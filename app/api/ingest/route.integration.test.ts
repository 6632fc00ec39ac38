import { describe } from 'vitest';
import { describeIngestContract } from '@/lib/ingest/test-contract';
import { useTestDatabase } from '@/lib/test-database';
import * as withId from './[datasourceId]/route';
import * as withoutId from './route';

useTestDatabase();

describe('the route handler', () => {
  describeIngestContract({
    send: async ({ method, path, headers, body }) => {
      const request = new Request(`http://localhost${path}`, {
        method,
        headers,
        // Bytes, as a text would be given a content type.
        ...(body === undefined ? {} : { body: new Uint8Array(Buffer.from(body)) }),
      });
      const datasourceId = path.split('/')[3];
      const verb = method as keyof typeof withId;
      const answer = datasourceId
        ? await (withId[verb] as typeof withId.POST)(request, { params: Promise.resolve({ datasourceId }) })
        : await (withoutId[verb] as typeof withoutId.POST)(request);
      return { status: answer.status, headers: answer.headers, body: await answer.text() };
    },
  });
});
