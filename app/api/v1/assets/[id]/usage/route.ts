import { assetUsageSchema } from '@/lib/asset/api-schema';
import { assetUsage } from '@/lib/asset/asset-usage';
import { assetParams } from '@/lib/asset/params';
import { route } from '@/lib/route';

export const GET = route({
  access: 'asset:read',
  summary: 'What is lost with an asset, and which scenes place it',
  params: assetParams,
  response: assetUsageSchema,
  run: ({ caller, params }) => assetUsage(caller, params.id),
});
