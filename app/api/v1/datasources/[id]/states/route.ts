import { datasourceParams } from '@/lib/datasource/params';
import { readableDatasource } from '@/lib/live/stream-access';
import { route } from '@/lib/route';
import { seriesRange } from '@/lib/telemetry/history/series-query';
import { readStatesOf } from '@/lib/telemetry/history/states';
import { statesQuerySchema, statesSchema } from '@/lib/telemetry/history/states-schema';

// Public to the factory because a shared scene reads its datasources without an account: by its token.
export const GET = route({
  access: 'public',
  apiKey: 'read',
  summary: 'Read when a text or boolean metric had which value',
  params: datasourceParams,
  query: statesQuerySchema,
  response: statesSchema,
  run: async ({ params, query, request }) => {
    const { searchParams } = new URL(request.url);
    const datasource = await readableDatasource({ query: searchParams, headers: request.headers }, params.id);
    return readStatesOf({ datasource, metric: query.metric, points: query.points, ...seriesRange(query) });
  },
});
