import { z } from 'zod';
import { metricInfoSchema, readingValueSchema } from '@/lib/live/protocol';
import { bucketQuery, dataKeySchema, rangeQuery, shareQuery } from './series-query';

export const statesQuerySchema = z.object({
  metric: dataKeySchema,
  ...rangeQuery,
  /** Stretches shorter than this part of the range are joined, as one without a value. */
  points: bucketQuery.points,
  ...shareQuery,
});

export const statesSchema = z.object({
  metric: metricInfoSchema,
  from: z.number(),
  to: z.number(),
  /** In the order of time. Null: several values, each too short to be told. Before the first nothing is known. */
  intervals: z.array(z.object({ from: z.number(), to: z.number(), value: readingValueSchema.nullable() })),
  /** Longest first; milliseconds, and how often it began. */
  totals: z.array(z.object({ value: readingValueSchema, ms: z.number(), times: z.number().int() })),
  /** There are more different values than are counted. */
  isCut: z.boolean(),
});
export type StatesAnswer = z.infer<typeof statesSchema>;
