import { savedDocumentSchema } from '@/lib/asset/api-schema';
import { route } from '@/lib/route';
import { saveSceneDocumentSchema } from '@/lib/scene/api-schema';
import { sceneParams } from '@/lib/scene/params';
import { saveSceneDocument } from '@/lib/scene/save-scene-document';

export const PUT = route({
  access: 'scene:write',
  summary: 'Save what a scene places, on the revision it was changed from',
  params: sceneParams,
  body: saveSceneDocumentSchema,
  // 2,000 instances with all their fields.
  bodyBytesMax: 2_000_000,
  response: savedDocumentSchema,
  run: ({ caller, params, body }) => saveSceneDocument(caller, params.id, body),
});
