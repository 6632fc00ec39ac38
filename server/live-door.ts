import type { IncomingMessage, ServerResponse } from 'node:http';
import { senderAddress } from '@/lib/ingest/sender-address';
import { openStream, streamHeaders } from '@/lib/live/open-stream';
import { log } from '@/lib/log';
import { Problem, problem, problemBody, problemHeaders } from '@/lib/problem';
import type { Door } from './door';

const PATH = '/api/live';

/** `GET /api/live`: the live stream, answered in front of Next. */
export const liveDoor: Door = (request, response) => {
  const url = request.url ?? '';
  if (url !== PATH && !url.startsWith(`${PATH}?`)) return false;
  void answer(request, response, new URLSearchParams(url.slice(PATH.length + 1)));
  return true;
};

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
): Promise<void> {
  try {
    if (request.method !== 'GET') throw problem('method_not_allowed', { headers: { allow: 'GET' } });
    const start = await openStream({
      query,
      headers: request.headers,
      lastEventId: first(request.headers['last-event-id']),
      address: senderAddress(request.socket.remoteAddress, first(request.headers['x-forwarded-for'])),
    });
    if (response.destroyed) return;
    response.writeHead(200, streamHeaders(query));
    response.flushHeaders();
    request.socket.setNoDelay(true);
    const close = start({
      // A drain ends streams without asking us.
      write: (bytes) => {
        if (!response.writableEnded) response.write(bytes);
      },
      backlogBytes: () => response.writableLength,
      end: () => void response.end(),
      destroy: () => void response.destroy(),
    });
    response.once('close', close);
  } catch (error) {
    refuse(request, response, error);
  }
}

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const refusal = error instanceof Problem ? error : problem('internal', { cause: error });
  if (refusal.code === 'internal') log().error({ err: error }, 'a live stream failed');
  if (response.destroyed) return;
  response
    .writeHead(refusal.status, problemHeaders(refusal))
    .end(JSON.stringify(problemBody(refusal, first(request.headers['x-request-id']))));
}
