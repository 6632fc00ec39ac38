import { assetDetailSchema } from '@/lib/asset/api-schema';
import { duplicateAsset } from '@/lib/asset/duplicate-asset';
import { assetParams } from '@/lib/asset/params';
import { route } from '@/lib/route';

export const POST = route({
  access: 'asset:write',
  summary: 'Duplicate an asset with its widgets',
  params: assetParams,
  response: assetDetailSchema,
  status: 201,
  run: ({ caller, params }) => duplicateAsset(caller, params.id),
});
