import { route } from '@/lib/route';
import { sceneSharingSchema } from '@/lib/scene/api-schema';
import { sceneParams } from '@/lib/scene/params';
import { rotateSharing } from '@/lib/scene/share-scene';

export const POST = route({
  access: 'scene:share',
  summary: 'Replace the public link of a scene: the old one ends at once',
  params: sceneParams,
  response: sceneSharingSchema,
  run: ({ caller, params }) => rotateSharing(caller, params.id),
});
