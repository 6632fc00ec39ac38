import { z } from 'zod';

/** `?name=` of an upload: the file's name, which the asset's name is made from. */
export const uploadQuerySchema = z.object({ name: z.string().trim().min(1).max(400).default('Model.glb') });

export const UPLOAD_CONTENT_TYPES = ['model/gltf-binary', 'application/octet-stream'] as const;
