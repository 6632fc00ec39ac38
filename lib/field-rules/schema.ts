import { z } from 'zod';

const dataKey = z.string().min(1).max(200);

/**
 * How the messages of a datasource are read, as chosen in the field picker. Keys are data keys as they arrive
 * (`motor.rpm`). Without rules everything is taken as it comes.
 */
export const fieldRulesSchema = z.object({
  /** The key that holds a message's time; null: `timestamp`, `time` or `ts`, else the time of arrival. */
  timeKey: dataKey.nullable().default(null),
  /** Keys whose values are not kept; a `*` at the end stands for everything below. */
  ignored: z.array(dataKey).max(500).default([]),
  /** True: keys that no rule names are ignored as well. */
  ignoreOthers: z.boolean().default(false),
  fields: z
    .array(
      z.object({
        key: dataKey,
        /** The data key under which it is stored; null: its own. */
        renamedTo: dataKey.nullable().default(null),
        /** Reads the value as this kind ("21,5" as a number); null: as it comes. */
        kind: z.enum(['number', 'text', 'boolean']).nullable().default(null),
        /** A number is stored as value × scale + offset. */
        scale: z.number().default(1),
        offset: z.number().default(0),
      }),
    )
    .max(500)
    .default([]),
});
export type FieldRules = z.infer<typeof fieldRulesSchema>;
