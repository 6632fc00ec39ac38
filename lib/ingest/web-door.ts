import { randomUUID } from 'node:crypto';
import { ingest } from './ingest';
import { readWebBody } from './read-body';
import { senderAddress } from './sender-address';

/** The door of a route handler: for deployments without our server, where `server/ingest-door.ts` does not stand in front. */
export async function ingestWeb(request: Request, datasourceId: string | undefined): Promise<Response> {
  const header = (name: string) => request.headers.get(name) ?? undefined;
  const requestId = header('x-request-id') ?? randomUUID();
  const { status, headers, body } = await ingest({
    method: request.method,
    datasourceId,
    header,
    address: senderAddress(undefined, header('x-forwarded-for')),
    requestId,
    readBody: (bytesMax) => readWebBody(request, bytesMax),
  });
  return new Response(body, { status, headers: { ...headers, 'x-request-id': requestId } });
}
