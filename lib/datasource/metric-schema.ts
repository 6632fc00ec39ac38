import { z } from 'zod';
import { METRIC_KINDS } from '@/lib/live/protocol';

const instant = z.iso.datetime();

export const metricSchema = z.object({
  id: z.number().int(),
  /** The data key. */
  key: z.string(),
  kind: z.enum(METRIC_KINDS),
  displayName: z.string().nullable(),
  unit: z.string().nullable(),
  /** Values of another kind that came and were kept, and the newest of them. */
  mismatches: z.number().int(),
  lastMismatch: z.string().nullable(),
  firstSeenAt: instant,
  latest: z.object({ time: instant, value: z.unknown() }).nullable(),
});
export type MetricDetail = z.infer<typeof metricSchema>;
export const metricListSchema = z.object({ metrics: z.array(metricSchema) });

/** An empty text takes the name or the unit away. */
const orNothing = (max: number, what: string) =>
  z
    .string()
    .trim()
    .max(max, `${what} may have at most ${max} characters.`)
    .nullable()
    .transform((text) => text || null)
    .exactOptional();

export const updateMetricSchema = z.strictObject({
  displayName: orNothing(80, 'A name'),
  unit: orNothing(20, 'A unit'),
});
export type UpdateMetric = z.infer<typeof updateMetricSchema>;
