import { assetDetailSchema, createFromStarterSchema } from '@/lib/asset/api-schema';
import { createFromStarter } from '@/lib/asset/create-from-starter';
import { route } from '@/lib/route';

export const POST = route({
  access: 'asset:write',
  summary: 'Make an asset of a machine of the starter library',
  body: createFromStarterSchema,
  response: assetDetailSchema,
  status: 201,
  run: ({ caller, body }) => createFromStarter(caller, body),
});
