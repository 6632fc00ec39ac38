import { z } from 'zod';

/**
 * What travels on the live stream (`GET /api/live`, server-sent events). One stream per tab.
 *
 * `snapshot` comes first: everything known of the datasources asked for. Then `frame` at most every 100 ms.
 * Times are milliseconds since 1970. Both ends import this file.
 */
export const FRAME_INTERVAL_MS = 100;

export const METRIC_KINDS = ['number', 'text', 'boolean', 'structure'] as const;
export type MetricKind = (typeof METRIC_KINDS)[number];

/** Value of a reading. A structure is an object that holds arrays, kept whole (DESIGN.md §3). */
export type ReadingValue = number | string | boolean | Record<string, unknown>;
const valueSchema = z.union([z.number(), z.string(), z.boolean(), z.record(z.string(), z.unknown())]);

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
const updateSchema = z.tuple([z.number(), z.number(), valueSchema]);
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

export const frameSchema = z.object({
  now: z.number(),
  /** Datasource states that changed. */
  d: z.array(datasourceStateSchema).optional(),
  /** Metrics that are new or were renamed. */
  m: z.array(metricInfoSchema).optional(),
  u: z.array(updateSchema).optional(),
});
export type Frame = z.infer<typeof frameSchema>;
