import { z } from 'zod';
import { dataKeySchema, instantSchema } from '../series-query';

/** Which readings: both ends are named, as there is no way back. */
export const readingsQuerySchema = z.object({
  from: instantSchema,
  to: instantSchema,
  /** Data keys by commas; all of them when absent. */
  metrics: z.string().max(20_000).optional(),
});
export type ReadingsQuery = z.infer<typeof readingsQuerySchema>;

export const readingsCountSchema = z.object({
  from: z.number(),
  to: z.number(),
  readings: z.number().int(),
  /** Most first; metrics without any are left out. */
  metrics: z.array(
    z.object({
      key: dataKeySchema,
      readings: z.number().int(),
      /** Hours of which only sums are kept. */
      hours: z.number().int(),
    }),
  ),
});
export type ReadingsCount = z.infer<typeof readingsCountSchema>;
