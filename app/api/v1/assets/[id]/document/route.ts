import { saveAssetDocumentSchema, savedDocumentSchema } from '@/lib/asset/api-schema';
import { assetParams } from '@/lib/asset/params';
import { saveAssetDocument } from '@/lib/asset/save-asset-document';
import { route } from '@/lib/route';

export const PUT = route({
  access: 'asset:write',
  summary: 'Save the widgets of an asset, on the revision they were changed from',
  params: assetParams,
  body: saveAssetDocumentSchema,
  response: savedDocumentSchema,
  run: ({ caller, params, body }) => saveAssetDocument(caller, params.id, body),
});
