import { ingestWeb } from '@/lib/ingest/web-door';

export const dynamic = 'force-dynamic';

const handler = (request: Request) => ingestWeb(request);

// Every method, so that a wrong one is told so in the same words as at the other door.
export {
  handler as DELETE,
  handler as GET,
  handler as OPTIONS,
  handler as PATCH,
  handler as POST,
  handler as PUT,
};
