import { z } from 'zod';

export const testReadingSchema = z.strictObject({
  /** A message, or several; absent: the example schema. */
  body: z.union([z.record(z.string(), z.unknown()), z.array(z.record(z.string(), z.unknown()))]).optional(),
});

export const sentReadingSchema = z.object({
  /** Messages that were stored. */
  accepted: z.number().int(),
  /** Values in them. */
  readings: z.number().int(),
});
export type SentReading = z.infer<typeof sentReadingSchema>;
