import { thumbnailSchema } from '@/lib/asset/api-schema';
import { assetParams } from '@/lib/asset/params';
import { setAssetThumbnail } from '@/lib/asset/set-thumbnail';
import { route } from '@/lib/route';
import { PICTURE_BYTES_MAX, PICTURE_CONTENT_TYPES } from '@/lib/storage/replace-thumbnail';
import { uploadBody } from '@/lib/storage/upload-body';

export const PUT = route({
  access: 'asset:write',
  summary: 'Set the thumbnail: the body is a PNG or WebP picture',
  params: assetParams,
  response: thumbnailSchema,
  run: ({ caller, params, request }) =>
    setAssetThumbnail(
      caller,
      params.id,
      uploadBody(request, { contentTypes: PICTURE_CONTENT_TYPES, bytesMax: PICTURE_BYTES_MAX }),
    ),
});
