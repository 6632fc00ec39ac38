import { z } from 'zod';
import { datasourceSummarySchema, MINUTES_SHOWN } from '@/lib/datasource/schema';
import { sceneSummarySchema } from '@/lib/scene/api-schema';
import { widgetSchema } from '@/lib/widget/schema';

const named = z.object({ id: z.string(), name: z.string() });

/** A widget with an alert rule, whose condition the page checks against the live readings. */
export const watchedWidgetSchema = z.object({
  asset: named,
  /** Scenes that place its asset. */
  scenes: z.array(named),
  widget: widgetSchema,
});
export type WatchedWidget = z.infer<typeof watchedWidgetSchema>;

export const CHANGE_KINDS = [
  'datasource_created',
  'key_created',
  'key_revoked',
  'metrics_seen',
  'asset_created',
  'asset_saved',
  'scene_created',
  'scene_saved',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Something that changed, read from the rows themselves. `what`: the thing; `count` and `key` for new metrics. */
export const changeSchema = z.object({
  kind: z.enum(CHANGE_KINDS),
  at: z.iso.datetime(),
  what: named,
  by: z.string().nullable(),
  count: z.number().int(),
  key: z.string().nullable(),
});
export type Change = z.infer<typeof changeSchema>;

export const overviewSchema = z.object({
  datasources: z.array(datasourceSummarySchema),
  /** Refused requests in each of the last 60 minutes, oldest first, of the datasources that had any. */
  refusedMinutes: z.record(z.string(), z.array(z.number().int()).length(MINUTES_SHOWN)),
  scenes: z.array(sceneSummarySchema),
  assets: z.number().int(),
  watched: z.array(watchedWidgetSchema),
  changes: z.array(changeSchema),
});
export type Overview = z.infer<typeof overviewSchema>;
