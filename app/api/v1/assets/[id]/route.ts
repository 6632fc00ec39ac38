import { assetDetailSchema, updateAssetSchema } from '@/lib/asset/api-schema';
import { deleteAsset } from '@/lib/asset/delete-asset';
import { getAsset } from '@/lib/asset/get-asset';
import { assetParams } from '@/lib/asset/params';
import { updateAsset } from '@/lib/asset/update-asset';
import { route } from '@/lib/route';

export const GET = route({
  access: 'asset:read',
  summary: 'Read an asset with its parts and its document',
  params: assetParams,
  response: assetDetailSchema,
  run: ({ caller, params }) => getAsset(caller, params.id),
});

export const PATCH = route({
  access: 'asset:write',
  summary: 'Rename an asset, or describe it',
  params: assetParams,
  body: updateAssetSchema,
  response: assetDetailSchema,
  run: ({ caller, params, body }) => updateAsset(caller, params.id, body),
});

export const DELETE = route({
  access: 'asset:delete',
  summary: 'Delete an asset with its widgets and versions; scenes draw it as missing',
  params: assetParams,
  run: ({ caller, params }) => deleteAsset(caller, params.id),
});
