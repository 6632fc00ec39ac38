import { readableDatasource } from '@/lib/live/stream-access';
import { route } from '@/lib/route';
import { readManySeries } from '@/lib/telemetry/history/many-series';
import {
  type ManySeriesQuestion,
  manySeriesBodySchema,
  manySeriesQuerySchema,
  manySeriesSchema,
} from '@/lib/telemetry/history/many-series-schema';
import { assertBuckets, seriesRange } from '@/lib/telemetry/history/series-query';

/** Each datasource must be readable: one that is not makes the whole question a 404. */
async function answer(request: Request, question: ManySeriesQuestion) {
  const range = seriesRange(question);
  assertBuckets(range, question.bucketMs);
  const query = new URLSearchParams(question.share ? { share: question.share } : {});
  const ids = [...new Set(question.metrics.map(({ datasourceId }) => datasourceId))];
  const datasources = [];
  for (const id of ids) datasources.push(await readableDatasource({ query, headers: request.headers }, id));
  return readManySeries(datasources, { ...question, ...range });
}

// Public to the factory because a shared scene reads its datasources without an account: by its token.
export const GET = route({
  access: 'public',
  apiKey: 'read',
  summary: 'Read what several metrics measured in a range: buckets, downsampled points, or readings',
  query: manySeriesQuerySchema,
  response: manySeriesSchema,
  run: ({ query, request }) => answer(request, query),
});

export const POST = route({
  access: 'public',
  apiKey: 'read',
  summary: 'The same question in a body, for many metrics',
  body: manySeriesBodySchema,
  response: manySeriesSchema,
  run: ({ body, request }) => answer(request, body),
});
