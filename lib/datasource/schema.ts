import { z } from 'zod';
import type { DatasourceStatus } from './status';

/** Instants travel as RFC 3339 in UTC. */
const instant = z.iso.datetime();

export const DATASOURCE_TYPES = ['api_ingest'] as const;
export type DatasourceType = (typeof DATASOURCE_TYPES)[number];

/** In the order of attention: what is wrong first. */
export const STATUSES_BY_ATTENTION = [
  'error',
  'stale',
  'never',
  'live',
] as const satisfies readonly DatasourceStatus[];

const nameSchema = z
  .string()
  .trim()
  .min(1, 'Give it a name of at least one character.')
  .max(80, 'A name may have at most 80 characters.');
const descriptionSchema = z.string().trim().max(500, 'A description may have at most 500 characters.');

export const createDatasourceSchema = z.strictObject({
  type: z.enum(DATASOURCE_TYPES).default('api_ingest'),
  name: nameSchema,
  description: descriptionSchema.default(''),
});
export type CreateDatasource = z.infer<typeof createDatasourceSchema>;

export const updateDatasourceSchema = z.strictObject({
  name: nameSchema.exactOptional(),
  description: descriptionSchema.exactOptional(),
  /** Seconds without a message after which it counts as stale; null: found out from its usual gap. */
  staleAfterSeconds: z.number().int().min(5).max(31_536_000).nullable().exactOptional(),
});
export type UpdateDatasource = z.infer<typeof updateDatasourceSchema>;

/** What the keys of a datasource amount to, in one word for a list. */
export const KEY_SITUATIONS = ['active', 'grace', 'expiring', 'expired', 'revoked', 'none'] as const;
export const keySituationSchema = z.object({
  situation: z.enum(KEY_SITUATIONS),
  /** Keys that work now. */
  working: z.number().int(),
  /** When the grace period or the key itself ends. */
  until: instant.nullable(),
});
export type KeySituation = z.infer<typeof keySituationSchema>;

export const MINUTES_SHOWN = 60;

const datasourceBaseSchema = z.object({
  id: z.string(),
  /** A type that this version does not know is kept and shown as it is. */
  type: z.string(),
  name: z.string(),
  description: z.string(),
  createdAt: instant,
});

export const datasourceSummarySchema = datasourceBaseSchema.extend({
  status: z.enum(STATUSES_BY_ATTENTION),
  lastMessageAt: instant.nullable(),
  /** In force now, set or found out. */
  staleAfterSeconds: z.number(),
  metrics: z.number().int(),
  /** Readings that arrived in each of the last 60 minutes, oldest first; the last one is still running. */
  minutes: z.array(z.number().int()).length(MINUTES_SHOWN),
  readingsPerMinute: z.number().int(),
  /** Requests refused since the last accepted message, with the newest reason. */
  refused: z
    .object({ count: z.number().int(), at: instant, code: z.string(), detail: z.string() })
    .nullable(),
  /** Null for those who may not see keys. */
  keys: keySituationSchema.nullable(),
});
export type DatasourceSummary = z.infer<typeof datasourceSummarySchema>;
export const datasourceListSchema = z.object({ datasources: z.array(datasourceSummarySchema) });

export const datasourceDetailSchema = datasourceSummarySchema.extend({
  ingestionUrl: z.url(),
  /** As set by hand; null: found out. */
  staleAfterSecondsSet: z.number().int().nullable(),
  /** Metrics that got values of another kind than their own. */
  mismatched: z.number().int(),
  /** By how many milliseconds the clocks of its senders are ahead of ours, lately; null: not known. */
  clockOffsetMs: z.number().int().nullable(),
  lastDay: z.object({ messages: z.number().int(), refused: z.number().int() }),
});
export type DatasourceDetail = z.infer<typeof datasourceDetailSchema>;

/** The answer to a creation: the one time that the key itself is shown. */
export const createdDatasourceSchema = datasourceBaseSchema.extend({
  ingestionUrl: z.url(),
  apiKey: z.object({ id: z.string(), key: z.string(), start: z.string() }).nullable(),
});
export type CreatedDatasource = z.infer<typeof createdDatasourceSchema>;

export const datasourceUsageSchema = z.object({
  metrics: z.number().int(),
  readings: z.number().int(),
  /** The first message's arrival; null: none came. */
  since: instant.nullable(),
  /** Keys that work now: their senders are refused at once. */
  keys: z.number().int(),
  widgets: z.number().int(),
  assets: z.array(z.object({ id: z.string(), name: z.string(), widgets: z.number().int() })),
});
export type DatasourceUsage = z.infer<typeof datasourceUsageSchema>;
