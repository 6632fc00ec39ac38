import { z } from 'zod';
import { assetStatisticsSchema, partNodeSchema } from '../schema';
import { REFUSALS } from './refusal';

/** What the checking process prints, as one line of JSON. */
export const checkAnswerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), statistics: assetStatisticsSchema, parts: z.array(partNodeSchema) }),
  z.object({
    ok: z.literal(false),
    reason: z.enum(REFUSALS),
    message: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
]);
export type CheckAnswer = z.infer<typeof checkAnswerSchema>;
