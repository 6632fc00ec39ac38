import { z } from 'zod';
import { assetDetailSchema, assetListSchema } from '@/lib/asset/api-schema';
import { importModel } from '@/lib/asset/import-model';
import { listAssets } from '@/lib/asset/list-assets';
import { UPLOAD_CONTENT_TYPES, uploadQuerySchema } from '@/lib/asset/upload-schema';
import { env } from '@/lib/env';
import { route } from '@/lib/route';
import { uploadBody } from '@/lib/storage/upload-body';

export const GET = route({
  access: 'asset:read',
  summary: 'List assets, the last changed first',
  query: z.object({ search: z.string().max(100).default('') }),
  response: assetListSchema,
  run: async ({ caller, query }) => ({ assets: await listAssets(caller, query) }),
});

export const POST = route({
  access: 'asset:write',
  summary: 'Upload a GLB: the body is the file, `name` its name',
  query: uploadQuerySchema,
  response: assetDetailSchema,
  status: 201,
  run: async ({ caller, query, request }) => {
    const source = uploadBody(request, {
      contentTypes: UPLOAD_CONTENT_TYPES,
      bytesMax: env().MODEL_BYTES_MAX,
    });
    try {
      return await importModel(caller, { fileName: query.name, source, signal: request.signal });
    } catch (error) {
      // Nobody reads the answer, and nothing went wrong: the sender cancelled.
      if (request.signal.aborted) return new Response(null, { status: 499 });
      throw error;
    }
  },
});
