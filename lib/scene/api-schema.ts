import { z } from 'zod';
import { sceneDocumentSchema } from './schema';

/** What travels over `/api/v1/scenes`; a scene itself is in scene-detail.ts. Instants are RFC 3339 in UTC. */

const instant = z.iso.datetime();

const sceneNameSchema = z
  .string()
  .trim()
  .min(1, 'Give it a name of at least one character.')
  .max(80, 'A name may have at most 80 characters.');
const descriptionSchema = z.string().trim().max(500, 'A description may have at most 500 characters.');

export const sceneSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  thumbnailUrl: z.string().nullable(),
  /** Whether anyone who holds the public link may see it. */
  shared: z.boolean(),
  /** Placed assets. */
  instances: z.number().int(),
  /** Datasources that its widgets show. */
  datasourceIds: z.array(z.string()),
  createdAt: instant,
  updatedAt: instant,
});
export type SceneSummary = z.infer<typeof sceneSummarySchema>;
export const sceneListSchema = z.object({ scenes: z.array(sceneSummarySchema) });

export const createSceneSchema = z.strictObject({
  name: sceneNameSchema,
  description: descriptionSchema.default(''),
  /** Kind of a template; without it the scene is empty. */
  template: z.string().min(1).max(60).exactOptional(),
});
export type CreateScene = z.infer<typeof createSceneSchema>;

export const updateSceneSchema = z.strictObject({
  name: sceneNameSchema.exactOptional(),
  description: descriptionSchema.exactOptional(),
});
export type UpdateScene = z.infer<typeof updateSceneSchema>;

export const saveSceneDocumentSchema = z.strictObject({
  /** The revision that the change was made on. */
  revision: z.number().int().min(1),
  document: sceneDocumentSchema,
});
export type SaveSceneDocument = z.infer<typeof saveSceneDocumentSchema>;

export const setSharingSchema = z.strictObject({ enabled: z.boolean() });

/** The public link: its token and its path in this instance; null while it is switched off. */
export const sceneSharingSchema = z.object({ token: z.string().nullable(), path: z.string().nullable() });
export type SceneSharing = z.infer<typeof sceneSharingSchema>;
