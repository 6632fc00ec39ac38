import { z } from 'zod';

/** Documented conditions. `greater_than` and `less_than` are strict. */
export const CONDITION_KINDS = ['greater_than', 'less_than', 'equal_to'] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

export const ICON_KINDS = ['warning', 'error', 'info', 'temperature', 'maintenance', 'power'] as const;
export type IconKind = (typeof ICON_KINDS)[number];

/** act = red, look = amber, know = blue: what the reader should do (DESIGN.md §6). */
export const SEVERITIES = ['act', 'look', 'know'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The documented "Alerts" section of a widget. Actions apply together, while the condition is met. */
export const alertSettingsSchema = z.object({
  enabled: z.boolean().default(false),
  condition: z.enum(CONDITION_KINDS).default('greater_than'),
  /** A number; a text only makes sense with `equal_to`. */
  value: z.union([z.number(), z.string().max(200)]).default(0),
  severity: z.enum(SEVERITIES).default('act'),
  changeWidgetColor: z.boolean().default(true),
  /** `ChangeMaterialColor`: the part under the widget's anchor glows. */
  changeMaterialColor: z.boolean().default(true),
  showFloatingIcon: z.boolean().default(false),
  iconKind: z.enum(ICON_KINDS).default('warning'),
});
export type AlertSettings = z.infer<typeof alertSettingsSchema>;
