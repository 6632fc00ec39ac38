import { z } from 'zod';

const fieldErrorSchema = z.object({
  pointer: z.string(),
  /** Of a body of lines. */
  line: z.number().int().exactOptional(),
  detail: z.string(),
});

/** A request that was refused, with its reason. */
export const refusalSchema = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(fieldErrorSchema),
  address: z.string().nullable(),
  /** The first 2 kB of the body; null when its key was not good. */
  bodyStart: z.string().nullable(),
});
export type RefusedRequest = z.infer<typeof refusalSchema>;
export const refusalListSchema = z.object({ refusals: z.array(refusalSchema) });
