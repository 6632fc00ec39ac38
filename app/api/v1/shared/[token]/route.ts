import { z } from 'zod';
import { route } from '@/lib/route';
import { readSharedScene } from '@/lib/scene/read-shared-scene';
import { sceneDetailSchema } from '@/lib/scene/scene-detail';
import { shareTokenSchema } from '@/lib/scene/share-token';

export const GET = route({
  access: 'public',
  summary: 'Read a scene through its public link',
  params: z.object({ token: shareTokenSchema }),
  response: sceneDetailSchema,
  run: ({ params }) => readSharedScene(params.token),
});
