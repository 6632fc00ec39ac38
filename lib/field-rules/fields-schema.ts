import { z } from 'zod';
import { fieldRulesSchema } from './schema';

/** A message that came lately, before any rule: its time still stands among its keys. */
export const sampleSchema = z.object({
  /** The request that brought it. */
  requestId: z.string(),
  at: z.iso.datetime(),
  /** How far ahead of that its time may lie. */
  aheadSecondsMax: z.number(),
  endpoint: z.string(),
  format: z.string().nullable(),
  /** As it is read without rules, in microseconds; null: the time of arrival. */
  timeUs: z.number().nullable(),
  /** The key that says so; null: its format says it beside the values (line protocol, OTLP), or nothing does. */
  timeKey: z.string().nullable(),
  keys: z.array(z.string()),
  values: z.array(z.unknown()),
  /** Its body is too long to be kept: this is what was read out of it, by the rules of that time. */
  isAsRead: z.boolean(),
});
export type FieldSample = z.infer<typeof sampleSchema>;

export const fieldsSchema = z.object({
  /** Null: everything is taken as it comes. */
  rules: fieldRulesSchema.nullable(),
  samples: z.array(sampleSchema),
});
export type Fields = z.infer<typeof fieldsSchema>;

const orNothing = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullable()
    .transform((text) => text || null);

export const saveFieldsSchema = z.strictObject({
  rules: fieldRulesSchema,
  /** Display names and units of data keys as they are stored; a metric that does not exist yet is made. */
  names: z
    .array(
      z.strictObject({
        key: z.string().min(1).max(200),
        kind: z.enum(['number', 'text', 'boolean', 'structure']),
        displayName: orNothing(80),
        unit: orNothing(20),
      }),
    )
    .max(500)
    .default([]),
});
export type SaveFields = z.infer<typeof saveFieldsSchema>;
