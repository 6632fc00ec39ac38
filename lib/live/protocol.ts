import { z } from 'zod';

/**
 * What travels on the live stream (`GET /api/live`, server-sent events). One stream per tab.
 *
 * `snapshot` comes first: everything known of the datasources asked for. Then one `frame` per datasource that
 * changed, at most every 100 ms. A reader that fell behind gets a new `snapshot` instead of what it missed, so a
 * snapshot may come at any time; it replaces what is known of the datasources it names and says nothing of others.
 * `end` says why the server closes for good. Times are milliseconds since 1970. Both ends import this file.
 */
export const FRAME_INTERVAL_MS = 100;
/** A comment line goes out this often, so that a dead connection is noticed. */
export const PING_INTERVAL_MS = 15_000;

export const METRIC_KINDS = ['number', 'text', 'boolean', 'structure'] as const;
export type MetricKind = (typeof METRIC_KINDS)[number];

/** Value of a reading. A structure is an object that holds arrays (or an array), kept whole (DESIGN.md §3). */
export type ReadingValue = number | string | boolean | Record<string, unknown>;

const structureSchema = z
  .custom<Record<string, unknown>>((v) => typeof v === 'object' && v !== null)
  .meta({ override: { type: ['object', 'array'] }, description: 'Kept as it came.' });
export const readingValueSchema = z.union([z.number(), z.string(), z.boolean(), structureSchema]);

export const metricInfoSchema = z.object({
  id: z.number(),
  datasourceId: z.string(),
  key: z.string(),
  kind: z.enum(METRIC_KINDS),
  displayName: z.string().nullable(),
  unit: z.string().nullable(),
});
export type MetricInfo = z.infer<typeof metricInfoSchema>;

/** [metric id, time, value] */
const updateSchema = z.tuple([z.number(), z.number(), readingValueSchema]);
export type Update = z.infer<typeof updateSchema>;

export const datasourceStateSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Arrival of the last message; null: never. */
  lastMessageAt: z.number().nullable(),
  /** After how long without a message the datasource counts as stale. */
  staleAfterMs: z.number(),
  /** Last refused request with its reason, if newer than the last accepted message. */
  lastRefusal: z.object({ at: z.number(), code: z.string(), detail: z.string() }).nullable(),
});
export type DatasourceState = z.infer<typeof datasourceStateSchema>;

export const snapshotSchema = z.object({
  now: z.number(),
  datasources: z.array(datasourceStateSchema),
  metrics: z.array(metricInfoSchema),
  updates: z.array(updateSchema),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** What changed in one datasource since its last frame. Of several readings of a metric the newest is sent. */
export const frameSchema = z.object({
  now: z.number(),
  /** The datasource. */
  s: z.string(),
  /** Arrival of its last message, when one arrived. */
  a: z.number().optional(),
  /** Its state, when more than the arrival changed. */
  d: datasourceStateSchema.optional(),
  /** Metrics that are new or were renamed. */
  m: z.array(metricInfoSchema).optional(),
  u: z.array(updateSchema).optional(),
  /** Metrics of which readings were deleted: forget their values and histories; `u` has what is newest now. */
  x: z.array(z.number()).optional(),
});
export type Frame = z.infer<typeof frameSchema>;

/** The last event of a stream that must not be opened again as it is. */
export const endSchema = z.object({ code: z.string(), detail: z.string() });
export type End = z.infer<typeof endSchema>;

/**
 * One bucket of a series: [time of its last reading, least, greatest, mean, last, how many]. A single reading is a
 * bucket of one.
 */
export const bucketSchema = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]);
export type Bucket = z.infer<typeof bucketSchema>;

/** Answer of `GET /api/v1/datasources/:id/series`. */
export const seriesSchema = z.object({
  metric: metricInfoSchema,
  from: z.number(),
  to: z.number(),
  /** Width of the buckets; 0: every reading is given as it came. */
  bucketMs: z.number(),
  buckets: z.array(bucketSchema),
  /** What was no number: [time, value], the last one of each bucket. */
  others: z.array(z.tuple([z.number(), readingValueSchema])),
  /** Stretches without readings, far longer than usual: [last reading before, first after]. A line breaks there. */
  gaps: z.array(z.tuple([z.number(), z.number()])),
  /** The usual time between two readings; null: there are not two. */
  usualMs: z.number().nullable(),
  /** What is older is kept by the hour only; null: every reading of the range is kept. */
  hourlyUntil: z.number().nullable(),
});
export type Series = z.infer<typeof seriesSchema>;
