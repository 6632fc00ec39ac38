import { z } from 'zod';

export const RAW_DAYS_MAX = 36_500;
export const SUMMARY_YEARS_MAX = 100;
/** Below this a cap would drop what has just come. */
export const STORAGE_BYTES_MIN = 10_000_000;

/** How long what was received is kept. */
export const retentionSchema = z.strictObject({
  /** Days that readings are kept; null: for ever; 0: not beyond the day after they were packed. */
  rawDays: z.number().int().min(0).max(RAW_DAYS_MAX).nullable(),
  /** Years that hourly summaries are kept, but at least as long as the readings; null: for ever. */
  summaryYears: z.number().int().min(0).max(SUMMARY_YEARS_MAX).nullable(),
});
export type Retention = z.infer<typeof retentionSchema>;

export const KEEP_ALL: Retention = { rawDays: null, summaryYears: null };

/** Body of `PUT /api/v1/storage/retention`. */
export const workspaceRetentionSchema = z.strictObject({
  retention: retentionSchema,
  /** Above this many bytes the oldest days of the workspace are dropped; null: no cap. */
  storageBytesMax: z.number().int().min(STORAGE_BYTES_MIN).max(Number.MAX_SAFE_INTEGER).nullable(),
});
export type WorkspaceRetention = z.infer<typeof workspaceRetentionSchema>;

/** Body of `PUT /api/v1/datasources/:id/retention`. */
export const datasourceRetentionSchema = z.strictObject({
  /** Null: as the workspace says. */
  retention: retentionSchema.nullable(),
});
export type DatasourceRetention = z.infer<typeof datasourceRetentionSchema>;

/** What a change of retention would drop with the next clean-up: answer of the `…/retention/preview` routes. */
export const retentionLossSchema = z.object({
  readings: z.number(),
  bytes: z.number(),
  /** Readings of days before this one are dropped (`2026-11-24`); null: none. */
  before: z.iso.date().nullable(),
});
export type RetentionLoss = z.infer<typeof retentionLossSchema>;

/** What was stored; anything else counts as nothing chosen. */
export const storedRetention = (value: unknown): Retention | null =>
  retentionSchema.safeParse(value).data ?? null;
