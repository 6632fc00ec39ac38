import { z } from 'zod';
import { METRICS_MAX } from '@/lib/ingest/limits';
import { isDataKey } from './data-key';

const dataKey = z.string().min(1).max(200);

export const FIELD_KINDS = ['number', 'text', 'boolean'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

const fieldRuleSchema = z.object({
  key: dataKey,
  /** The data key under which it is stored; null: its own. */
  renamedTo: dataKey.refine(isDataKey, 'This can not be a data key.').nullable().default(null),
  /** Reads the value as this kind ("21,5" as a number); null: as it comes. */
  kind: z.enum(FIELD_KINDS).nullable().default(null),
  /** A number is stored as value × scale + offset. */
  scale: z.number().default(1),
  offset: z.number().default(0),
});
export type FieldRule = z.infer<typeof fieldRuleSchema>;

/**
 * How the messages of a datasource are read, as chosen in the field picker. Keys are data keys as they arrive
 * (`motor.rpm`). Without rules everything is taken as it comes.
 */
export const fieldRulesSchema = z
  .object({
    /** The key that holds a message's time; null: `timestamp`, `time` or `ts`, else the time of arrival. */
    timeKey: dataKey.nullable().default(null),
    /** True: the time of arrival counts, whatever a message says. */
    useArrival: z.boolean().default(false),
    /** Keys whose values are not kept; a `*` at the end stands for everything below. */
    ignored: z.array(dataKey).max(METRICS_MAX).default([]),
    /** True: keys that no rule names are ignored as well. */
    ignoreOthers: z.boolean().default(false),
    fields: z.array(fieldRuleSchema).max(METRICS_MAX).default([]),
  })
  .superRefine(({ fields }, context) => {
    const keys = new Set<string>();
    const names = new Set<string>();
    for (const [i, { key, renamedTo }] of fields.entries()) {
      const name = renamedTo ?? key;
      if (keys.has(key))
        context.addIssue({ code: 'custom', path: ['fields', i, 'key'], message: 'It has a rule already.' });
      if (names.has(name))
        context.addIssue({
          code: 'custom',
          path: ['fields', i, 'renamedTo'],
          message: 'Two fields can not have one data key.',
        });
      keys.add(key);
      names.add(name);
    }
  });
export type FieldRules = z.infer<typeof fieldRulesSchema>;

/** Rules that change nothing. */
export const NO_FIELD_RULES: FieldRules = {
  timeKey: null,
  useArrival: false,
  ignored: [],
  ignoreOthers: false,
  fields: [],
};
