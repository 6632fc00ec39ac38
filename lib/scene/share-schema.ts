import { z } from 'zod';

/** The public link of a scene: its path on this instance, or null while the scene is not shared. */
export const sceneShareSchema = z.object({ path: z.string().nullable() });
export type SceneShare = z.infer<typeof sceneShareSchema>;
