import { z } from 'zod';
import { idSchema } from '@/lib/ids';
import { metricInfoSchema, seriesSchema } from '@/lib/live/protocol';
import {
  bucketQuery,
  dataKeySchema,
  instantSchema,
  POINTS_MAX,
  rangeQuery,
  shareQuery,
} from './series-query';

const METRICS_MAX = 50;
export const AGGREGATES = ['band', 'raw', 'min', 'max', 'avg', 'last', 'first', 'count', 'sum'] as const;
export type Aggregate = (typeof AGGREGATES)[number];
export const DOWNSAMPLINGS = ['lttb', 'm4'] as const;

/** A metric named by its datasource and data key. */
const addressSchema = z.object({ datasourceId: idSchema('datasource'), key: dataKeySchema });

/** `dsr_…:temperature,dsr_…:motor.rpm`, for an address; keys with commas go into the body of a POST. */
const addressesSchema = z
  .string()
  .transform((text) =>
    text.split(',').map((one) => {
      const colon = one.indexOf(':');
      return { datasourceId: one.slice(0, Math.max(0, colon)), key: one.slice(colon + 1) };
    }),
  )
  .pipe(z.array(addressSchema).min(1).max(METRICS_MAX));

const bodyInstantSchema = z.union([z.number().min(0).max(4e12), instantSchema]);

const wishes = {
  /** What is told of each bucket; `raw`: every reading. */
  aggregate: z.enum(AGGREGATES).default('band'),
  /** Points chosen among the readings in place of buckets: at most `points` of them. */
  downsample: z.enum(DOWNSAMPLINGS).optional(),
  /** A stretch without readings is a gap from so many usual intervals on. */
  gapFactor: z.coerce.number().min(1.5).max(1_000).default(3),
};

export const manySeriesQuerySchema = z.object({
  metrics: addressesSchema,
  ...rangeQuery,
  ...bucketQuery,
  ...shareQuery,
  ...wishes,
});

export const manySeriesBodySchema = z.strictObject({
  metrics: z.array(addressSchema).min(1).max(METRICS_MAX),
  from: bodyInstantSchema.optional(),
  to: bodyInstantSchema.optional(),
  points: z.number().int().min(1).max(POINTS_MAX).default(500),
  bucketMs: z.number().int().min(1).max(31_536_000_000).optional(),
  align: z.boolean().optional(),
  share: z.string().max(100).optional(),
  ...wishes,
});
export type ManySeriesQuestion = z.infer<typeof manySeriesBodySchema>;

export const manySeriesSchema = z.object({
  from: z.number(),
  to: z.number(),
  series: z.array(
    seriesSchema.pick({ bucketMs: true, others: true, gaps: true, usualMs: true, hourlyUntil: true }).extend({
      metric: metricInfoSchema,
      /** With `aggregate=band`. */
      buckets: seriesSchema.shape.buckets.optional(),
      /** Else: [time, value]. Aligned buckets without readings are told as null. */
      points: z.array(z.tuple([z.number(), z.number().nullable()])).optional(),
    }),
  ),
});
export type ManySeries = z.infer<typeof manySeriesSchema>;
