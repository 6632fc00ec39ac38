import { z } from 'zod';
import { metricInfoSchema, snapshotSchema } from '@/lib/live/protocol';
import { instantSchema } from './series-query';

/** Whose values: one of `datasources` (ids, by commas), `scene`, `share`; as for the live stream. */
export const valuesQuerySchema = z.object({
  datasources: z.string().max(20_000).optional(),
  scene: z.string().max(100).optional(),
  share: z.string().max(100).optional(),
  /** Only these data keys, by commas. */
  keys: z.string().max(20_000).optional(),
});

export const stateQuerySchema = valuesQuerySchema.extend({
  /** The moment: RFC 3339, or milliseconds since 1970. */
  at: instantSchema,
});

export const valuesSchema = z.object({
  at: z.number(),
  metrics: z.array(metricInfoSchema),
  /** [metric id, time of the reading, value]: the last one at or before `at`. Its age is `at` minus its time. */
  values: snapshotSchema.shape.updates,
});
export type Values = z.infer<typeof valuesSchema>;

/** Undefined: every key. */
export const keySet = (keys: string | undefined): ReadonlySet<string> | undefined =>
  keys === undefined ? undefined : new Set(keys.split(',').filter(Boolean));
