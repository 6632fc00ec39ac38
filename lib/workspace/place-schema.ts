import { z } from 'zod';

/** What one can jump to by name. */
export const PLACE_KINDS = ['datasources', 'assets', 'scenes'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

const placeSchema = z.object({ id: z.string(), name: z.string() });
export const placesSchema = z.object({
  datasources: z.array(placeSchema),
  assets: z.array(placeSchema),
  scenes: z.array(placeSchema),
});
export type Places = z.infer<typeof placesSchema>;

export const placesQuerySchema = z.object({ query: z.string().max(200).default('') });
