import { randomUUID } from 'node:crypto';
import { findEndpoint } from './endpoint/registry';
import { ingest } from './ingest';
import { readWebBody, webBodyPieces } from './read-body';
import { senderAddress } from './sender-address';

/** The door of a route handler: for deployments without our server, where `server/ingest-door.ts` does not stand in front. */
export async function ingestWeb(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const found = findEndpoint(pathname, search.slice(1));
  if (!found) return new Response(null, { status: 404 });
  const header = (name: string) => request.headers.get(name) ?? undefined;
  const requestId = header('x-request-id') ?? randomUUID();
  const { status, headers, body, bytes } = await ingest(
    {
      method: request.method,
      path: pathname,
      query: search.slice(1),
      header,
      headers: () => request.headers,
      address: senderAddress(undefined, header('x-forwarded-for')),
      requestId,
      readBody: (bytesMax) => readWebBody(request, bytesMax),
      bodyPieces: () => webBodyPieces(request),
    },
    found,
  );
  return new Response(bytes ? new Uint8Array(bytes) : body === '' ? null : body, {
    status,
    headers: { ...headers, 'x-request-id': requestId },
  });
}
