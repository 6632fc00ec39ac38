import { z } from 'zod';
import { idSchema } from '@/lib/ids';
import { seriesSchema } from '@/lib/live/protocol';
import { readableDatasource } from '@/lib/live/stream-access';
import { route } from '@/lib/route';
import { readOneSeries } from '@/lib/telemetry/history/series';
import { assertBuckets, seriesQuerySchema, seriesRange } from '@/lib/telemetry/history/series-query';

// Public to the factory because a shared scene reads its datasources without an account: by its token.
export const GET = route({
  access: 'public',
  apiKey: 'read',
  summary: 'Read what a metric measured in a range, downsampled',
  params: z.object({ id: idSchema('datasource') }),
  query: seriesQuerySchema,
  response: seriesSchema,
  run: async ({ params, query, request }) => {
    const { searchParams } = new URL(request.url);
    const datasource = await readableDatasource({ query: searchParams, headers: request.headers }, params.id);
    const { metric, points, bucketMs, align } = query;
    const range = seriesRange(query);
    assertBuckets(range, bucketMs);
    return readOneSeries({ datasource, metric, points, bucketMs, align, ...range });
  },
});
