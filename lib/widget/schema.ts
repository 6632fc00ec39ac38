import { z } from 'zod';
import { alertSettingsSchema } from '@/lib/alert/schema';

export const WIDGET_KINDS = ['single_data', 'double_data', 'line_chart', 'bar_chart'] as const;
export type WidgetKind = (typeof WIDGET_KINDS)[number];

const vector3 = z.tuple([z.number(), z.number(), z.number()]);

/** Where a widget hangs: a point of a part, in the part's own space, and the surface's normal there. */
export const anchorSchema = z.object({
  partId: z.string().max(400),
  position: vector3,
  normal: vector3,
});
export type Anchor = z.infer<typeof anchorSchema>;

export const WIDGET_SIZES = ['small', 'medium', 'large'] as const;
/** Colour is for state; a widget may be told apart by a quiet tone of its line, never by red or amber. */
export const WIDGET_TONES = ['ink', 'accent', 'slate'] as const;

const keyName = z.string().trim().max(200);

/** Settings that every kind has. */
export const widgetBaseSchema = z.object({
  id: z.string().min(1).max(40),
  title: z.string().trim().max(80),
  datasourceId: z.string().max(60).nullable().default(null),
  dataKey: keyName.default(''),
  anchor: anchorSchema.nullable().default(null),
  /** Where the card would like its centre to be, in pixels from the anchor; null: the layout decides. */
  offset: z
    .tuple([z.number().min(-600).max(600), z.number().min(-600).max(600)])
    .nullable()
    .default(null),
  unit: z.string().trim().max(20).default(''),
  /** Digits after the point; null: as it came. */
  decimals: z.number().int().min(0).max(8).nullable().default(null),
  size: z.enum(WIDGET_SIZES).default('medium'),
  tone: z.enum(WIDGET_TONES).default('ink'),
  /** Offers the Expand button that opens the Large View. */
  largeView: z.boolean().default(true),
  alerts: alertSettingsSchema.default(() => alertSettingsSchema.parse({})),
});
export type WidgetBase = z.infer<typeof widgetBaseSchema>;

export const singleDataSchema = widgetBaseSchema.extend({
  kind: z.literal('single_data'),
  showSparkline: z.boolean().default(true),
});

export const doubleDataSchema = widgetBaseSchema.extend({
  kind: z.literal('double_data'),
  primarySubKey: keyName.default(''),
  secondarySubKey: keyName.default(''),
  secondaryUnit: z.string().trim().max(20).default(''),
});

const chartFields = {
  labelsKey: keyName.default('labels'),
  valuesKey: keyName.default('values'),
};

export const lineChartSchema = widgetBaseSchema.extend({
  kind: z.literal('line_chart'),
  ...chartFields,
  /** How much history a numeric key without labels shows. */
  windowSeconds: z.number().int().min(10).max(31_536_000).default(3600),
});

export const barChartSchema = widgetBaseSchema.extend({ kind: z.literal('bar_chart'), ...chartFields });

export const widgetSchema = z.discriminatedUnion('kind', [
  singleDataSchema,
  doubleDataSchema,
  lineChartSchema,
  barChartSchema,
]);
export type Widget = z.infer<typeof widgetSchema>;
export type WidgetOf<K extends WidgetKind> = Extract<Widget, { kind: K }>;

/** A widget of a kind that this version does not know: kept untouched, drawn as a placeholder. */
export const unknownWidgetSchema = z.looseObject({ id: z.string(), kind: z.string() });
export type UnknownWidget = z.infer<typeof unknownWidgetSchema>;
