import { z } from 'zod';

export const EXAMPLE_ORIGINS = ['widgets', 'metrics', 'sample'] as const;

export const exampleSchemaSchema = z.object({
  /** What it was made from. */
  from: z.enum(EXAMPLE_ORIGINS),
  body: z.record(z.string(), z.unknown()),
  /** How many widgets it serves, and on which assets they are. */
  widgets: z.number().int(),
  assets: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Paths at which two widgets want values of different forms. */
  conflicts: z.array(z.string()),
});
export type ExampleSchema = z.infer<typeof exampleSchemaSchema>;
