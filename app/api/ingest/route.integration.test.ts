import { describe } from 'vitest';
import { describeIngestContract } from '@/lib/ingest/test-contract';
import { useTestDatabase } from '@/lib/test-database';
import * as withId from './[datasourceId]/route';
import * as withoutId from './route';

useTestDatabase();

const WITH_ID: Record<string, typeof withId.POST> = {
  GET: withId.GET,
  OPTIONS: withId.OPTIONS,
  POST: withId.POST,
  PUT: withId.PUT,
};
const WITHOUT_ID: Record<string, typeof withoutId.POST> = { POST: withoutId.POST };

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
      const answer = await (datasourceId ? WITH_ID[method]?.(request) : WITHOUT_ID[method]?.(request));
      if (!answer) throw new Error(`The route has no ${method}.`);
      return { status: answer.status, headers: answer.headers, body: await answer.text() };
    },
  });
});
