import { streamAccess } from '@/lib/live/stream-access';
import { route } from '@/lib/route';
import { readLatest } from '@/lib/telemetry/history/read-values';
import { keySet, valuesQuerySchema, valuesSchema } from '@/lib/telemetry/history/values-schema';

// Public to the factory because a shared scene reads its datasources without an account: by its token.
export const GET = route({
  access: 'public',
  apiKey: 'read',
  summary: 'Read the newest values of many metrics',
  query: valuesQuerySchema,
  response: valuesSchema,
  run: async ({ query, request }) => {
    const access = streamAccess({ query: new URL(request.url).searchParams, headers: request.headers });
    return readLatest({ datasourceIds: await access.datasources(), keys: keySet(query.keys) });
  },
});
