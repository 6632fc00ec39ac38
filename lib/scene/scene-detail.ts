import { z } from 'zod';
import { readOnlySchema } from '@/lib/asset/api-schema';
import { assetDocumentSchema, assetStatisticsSchema, partNodeSchema } from '@/lib/asset/schema';
import { sceneDocumentSchema } from './schema';

/** What a scene needs of an asset to draw it and its widgets. */
export const sceneAssetSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Immutable address of the GLB (with the share token in a shared scene). */
  modelUrl: z.string(),
  thumbnailUrl: z.string().nullable(),
  parts: z.array(partNodeSchema),
  statistics: assetStatisticsSchema,
  document: assetDocumentSchema,
});
export type SceneAsset = z.infer<typeof sceneAssetSchema>;

/** A scene with everything that editor and viewer need, for a member or for the holder of its public link. */
export const sceneDetailSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  revision: z.number().int(),
  updatedAt: z.string(),
  document: sceneDocumentSchema,
  /** Why it can't be changed here; null: it can. */
  readOnly: readOnlySchema.default(null),
  /** Assets of the document's instances. An instance whose asset was deleted has none here and is drawn as missing. */
  assets: z.array(sceneAssetSchema),
  /** Every datasource that a widget of these assets reads, with its name. */
  datasources: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type SceneDetail = z.infer<typeof sceneDetailSchema>;
