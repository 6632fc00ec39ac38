import { route } from '@/lib/route';
import { duplicateScene } from '@/lib/scene/duplicate-scene';
import { sceneParams } from '@/lib/scene/params';
import { sceneDetailSchema } from '@/lib/scene/scene-detail';

export const POST = route({
  access: 'scene:write',
  summary: 'Duplicate a scene; the copy is not public',
  params: sceneParams,
  response: sceneDetailSchema,
  status: 201,
  run: ({ caller, params }) => duplicateScene(caller, params.id),
});
