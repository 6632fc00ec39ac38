import { z } from 'zod';
import { readSession } from '@/lib/auth/read-session';
import { problem } from '@/lib/problem';
import { route } from '@/lib/route';
import { HASH_PATTERN } from '@/lib/storage/blob-store';
import { findFile } from '@/lib/storage/find-file';
import { serveFile } from '@/lib/storage/serve-file';

export const GET = route({
  access: 'public',
  summary: 'Read a model or a thumbnail: as a member, or with `share`, the token of a public link',
  params: z.object({ hash: z.string().regex(HASH_PATTERN) }),
  query: z.object({ share: z.string().max(100).optional() }),
  run: async ({ params, query, request }) => {
    const session = await readSession(request.headers);
    if (!session && query.share === undefined) throw problem('unauthenticated');
    const file = await findFile(params.hash, { caller: session?.caller, shareToken: query.share });
    return serveFile(file, request);
  },
});
