import { thumbnailSchema } from '@/lib/asset/api-schema';
import { route } from '@/lib/route';
import { sceneParams } from '@/lib/scene/params';
import { setSceneThumbnail } from '@/lib/scene/set-scene-thumbnail';
import { PICTURE_BYTES_MAX, PICTURE_CONTENT_TYPES } from '@/lib/storage/replace-thumbnail';
import { uploadBody } from '@/lib/storage/upload-body';

export const PUT = route({
  access: 'scene:write',
  summary: 'Set the thumbnail: the body is a PNG or WebP picture',
  params: sceneParams,
  response: thumbnailSchema,
  run: ({ caller, params, request }) =>
    setSceneThumbnail(
      caller,
      params.id,
      uploadBody(request, { contentTypes: PICTURE_CONTENT_TYPES, bytesMax: PICTURE_BYTES_MAX }),
    ),
});
