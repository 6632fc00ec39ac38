import { z } from 'zod';

export const SCENE_SCHEMA_VERSION = 1;

const finite = z.number().min(-1e6).max(1e6);
export const vector3Schema = z.tuple([finite, finite, finite]);
export type Vector3Tuple = z.infer<typeof vector3Schema>;

/** A placed asset. Rotation is Euler XYZ in radians, position in metres. */
export const instanceSchema = z.object({
  id: z.string().min(1).max(40),
  assetId: z.string().max(60),
  name: z.string().trim().min(1).max(80),
  position: vector3Schema,
  rotation: vector3Schema,
  scale: vector3Schema,
  groupId: z.string().max(40).nullable().default(null),
  visible: z.boolean().default(true),
  locked: z.boolean().default(false),
});
export type Instance = z.infer<typeof instanceSchema>;

export const groupSchema = z.object({
  id: z.string().min(1).max(40),
  name: z.string().trim().min(1).max(80),
});
export type Group = z.infer<typeof groupSchema>;

/** A camera view: where it stands and what it looks at. */
export const viewSchema = z.object({
  id: z.string().min(1).max(40),
  name: z.string().trim().min(1).max(80),
  position: vector3Schema,
  target: vector3Schema,
});
export type View = z.infer<typeof viewSchema>;

export const BACKGROUNDS = ['studio', 'plain', 'deep'] as const;

export const environmentSchema = z.object({
  background: z.enum(BACKGROUNDS).default('studio'),
  grid: z.boolean().default(false),
  floor: z.boolean().default(true),
  /** Factor on all light: 1 is the studio as designed. */
  light: z.number().min(0.2).max(2).default(1),
});
export type Environment = z.infer<typeof environmentSchema>;

export const sceneDocumentSchema = z.object({
  schemaVersion: z.literal(SCENE_SCHEMA_VERSION),
  instances: z.array(instanceSchema).max(2_000),
  groups: z.array(groupSchema).max(200).default([]),
  views: z.array(viewSchema).max(50).default([]),
  /** View that the viewer starts with; null: everything. */
  startViewId: z.string().max(40).nullable().default(null),
  environment: environmentSchema.default(() => environmentSchema.parse({})),
});
export type SceneDocument = z.infer<typeof sceneDocumentSchema>;

export const emptySceneDocument = (): SceneDocument =>
  sceneDocumentSchema.parse({ schemaVersion: SCENE_SCHEMA_VERSION, instances: [] });
