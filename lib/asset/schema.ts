import { z } from 'zod';
import { type UnknownWidget, unknownWidgetSchema, type Widget, widgetSchema } from '@/lib/widget/schema';

/** A named node of the model. `id` is stable: the path of names, `Drive/Main motor`, with `#2` where names repeat. */
export type PartNode = {
  id: string;
  name: string;
  /** Index of the node in the GLB, which the viewer finds it by. */
  node: number;
  triangles: number;
  children: PartNode[];
};
export const partNodeSchema: z.ZodType<PartNode> = z.object({
  id: z.string(),
  name: z.string(),
  node: z.number().int().min(0),
  triangles: z.number().int().min(0),
  children: z.lazy(() => z.array(partNodeSchema)),
});

export const assetStatisticsSchema = z.object({
  bytes: z.number(),
  triangles: z.number(),
  meshes: z.number(),
  materials: z.number(),
  textures: z.number(),
  animations: z.number(),
  /** Metres: [min x, y, z] and [max x, y, z] of the default scene. */
  bounds: z.object({
    min: z.tuple([z.number(), z.number(), z.number()]),
    max: z.tuple([z.number(), z.number(), z.number()]),
  }),
});
export type AssetStatistics = z.infer<typeof assetStatisticsSchema>;

export const ASSET_SCHEMA_VERSION = 1;

export const assetDocumentSchema = z.object({
  schemaVersion: z.literal(ASSET_SCHEMA_VERSION),
  widgets: z.array(z.union([widgetSchema, unknownWidgetSchema])).max(200),
});
export type AssetDocument = {
  schemaVersion: typeof ASSET_SCHEMA_VERSION;
  widgets: (Widget | UnknownWidget)[];
};

export const emptyAssetDocument = (): AssetDocument => ({ schemaVersion: ASSET_SCHEMA_VERSION, widgets: [] });
