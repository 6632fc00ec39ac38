import { z } from 'zod';
import { assetDocumentSchema, assetStatisticsSchema, partNodeSchema } from './schema';

/** What travels over `/api/v1/assets`. Instants are RFC 3339 in UTC. */

const instant = z.iso.datetime();

export const assetNameSchema = z
  .string()
  .trim()
  .min(1, 'Give it a name of at least one character.')
  .max(80, 'A name may have at most 80 characters.');
const descriptionSchema = z.string().trim().max(500, 'A description may have at most 500 characters.');

export const assetSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  fileName: z.string(),
  /** Which machine of the starter library it was made from; null: uploaded. */
  starterKind: z.string().nullable(),
  /** Immutable address of the GLB. */
  modelUrl: z.string(),
  thumbnailUrl: z.string().nullable(),
  statistics: assetStatisticsSchema,
  widgets: z.number().int(),
  /** Scenes that place it. */
  usedIn: z.number().int(),
  createdAt: instant,
  updatedAt: instant,
});
export type AssetSummary = z.infer<typeof assetSummarySchema>;
export const assetListSchema = z.object({ assets: z.array(assetSummarySchema) });

export const READ_ONLY_REASONS = ['newer_version'] as const;
export const readOnlySchema = z.enum(READ_ONLY_REASONS).nullable();

export const assetDetailSchema = assetSummarySchema.extend({
  parts: z.array(partNodeSchema),
  document: assetDocumentSchema,
  revision: z.number().int(),
  /** Why it can't be changed here; null: it can. */
  readOnly: readOnlySchema,
});
export type AssetDetail = z.infer<typeof assetDetailSchema>;

export const updateAssetSchema = z.strictObject({
  name: assetNameSchema.exactOptional(),
  description: descriptionSchema.exactOptional(),
});
export type UpdateAsset = z.infer<typeof updateAssetSchema>;

export const createFromStarterSchema = z.strictObject({
  kind: z.string().min(1).max(60),
  /** Without it the asset gets the machine's English name. */
  name: assetNameSchema.exactOptional(),
});
export type CreateFromStarter = z.infer<typeof createFromStarterSchema>;

export const saveAssetDocumentSchema = z.strictObject({
  /** The revision that the change was made on. */
  revision: z.number().int().min(1),
  document: assetDocumentSchema,
});
export type SaveAssetDocument = z.infer<typeof saveAssetDocumentSchema>;

export const savedDocumentSchema = z.object({ revision: z.number().int(), updatedAt: instant });

export const assetUsageSchema = z.object({
  widgets: z.number().int(),
  scenes: z.array(z.object({ id: z.string(), name: z.string(), instances: z.number().int() })),
});
export type AssetUsage = z.infer<typeof assetUsageSchema>;

export const thumbnailSchema = z.object({ thumbnailUrl: z.string() });
