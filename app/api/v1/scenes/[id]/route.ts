import { route } from '@/lib/route';
import { updateSceneSchema } from '@/lib/scene/api-schema';
import { deleteScene } from '@/lib/scene/delete-scene';
import { getScene } from '@/lib/scene/get-scene';
import { sceneParams } from '@/lib/scene/params';
import { sceneDetailSchema } from '@/lib/scene/scene-detail';
import { updateScene } from '@/lib/scene/update-scene';

export const GET = route({
  access: 'scene:read',
  summary: 'Read a scene with the assets that it places',
  params: sceneParams,
  response: sceneDetailSchema,
  run: ({ caller, params }) => getScene({ kind: 'member', caller }, params.id),
});

export const PATCH = route({
  access: 'scene:write',
  summary: 'Rename a scene, or describe it',
  params: sceneParams,
  body: updateSceneSchema,
  response: sceneDetailSchema,
  run: ({ caller, params, body }) => updateScene(caller, params.id, body),
});

export const DELETE = route({
  access: 'scene:delete',
  summary: 'Delete a scene with its versions and its public link; assets and datasources stay',
  params: sceneParams,
  run: ({ caller, params }) => deleteScene(caller, params.id),
});
