import { route } from '@/lib/route';
import { sceneSharingSchema, setSharingSchema } from '@/lib/scene/api-schema';
import { sceneParams } from '@/lib/scene/params';
import { getSharing, setSharing } from '@/lib/scene/share-scene';

export const GET = route({
  access: 'scene:share',
  summary: 'Read the public link of a scene',
  params: sceneParams,
  response: sceneSharingSchema,
  run: ({ caller, params }) => getSharing(caller, params.id),
});

export const PUT = route({
  access: 'scene:share',
  summary: 'Switch the public link of a scene on or off',
  params: sceneParams,
  body: setSharingSchema,
  response: sceneSharingSchema,
  run: ({ caller, params, body }) => setSharing(caller, params.id, body.enabled),
});
