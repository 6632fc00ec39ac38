import { streamAccess } from '@/lib/live/stream-access';
import { route } from '@/lib/route';
import { readState } from '@/lib/telemetry/history/read-values';
import { keySet, stateQuerySchema, valuesSchema } from '@/lib/telemetry/history/values-schema';

// Public to the factory because a shared scene reads its datasources without an account: by its token.
export const GET = route({
  access: 'public',
  apiKey: 'read',
  summary: 'Read the values that many metrics had at a moment',
  query: stateQuerySchema,
  response: valuesSchema,
  run: async ({ query, request }) => {
    const access = streamAccess({ query: new URL(request.url).searchParams, headers: request.headers });
    return readState({ datasourceIds: await access.datasources(), keys: keySet(query.keys) }, query.at);
  },
});
