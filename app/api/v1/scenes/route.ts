import { z } from 'zod';
import { route } from '@/lib/route';
import { createSceneSchema, sceneListSchema } from '@/lib/scene/api-schema';
import { createScene } from '@/lib/scene/create-scene';
import { listScenes } from '@/lib/scene/list-scenes';
import { sceneDetailSchema } from '@/lib/scene/scene-detail';

export const GET = route({
  access: 'scene:read',
  summary: 'List scenes, the last changed first',
  query: z.object({ search: z.string().max(100).default('') }),
  response: sceneListSchema,
  run: async ({ caller, query }) => ({ scenes: await listScenes(caller, query) }),
});

export const POST = route({
  access: 'scene:write',
  summary: 'Create a scene, empty or from a template',
  body: createSceneSchema,
  response: sceneDetailSchema,
  status: 201,
  run: ({ caller, body }) => createScene(caller, body),
});
