import { randomUUID } from 'node:crypto';
import { senderAddress } from '@/lib/ingest/sender-address';
import { problemResponse } from '@/lib/route';
import type { Sink } from './live-stream';
import { openStream, streamHeaders } from './open-stream';

/** Queued bytes are measured from here down: the stream's own measure of what it still takes. */
const QUEUE_BYTES = 1_000_000;

/** The live stream of a route handler: for deployments without our server in front of Next. */
export async function liveWeb(request: Request): Promise<Response> {
  try {
    const query = new URL(request.url).searchParams;
    const start = await openStream({
      query,
      headers: request.headers,
      lastEventId: request.headers.get('last-event-id') ?? undefined,
      address: senderAddress(undefined, request.headers.get('x-forwarded-for') ?? undefined),
    });
    let close: (() => void) | undefined;
    const body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          close = start(sinkOf(controller));
          request.signal.addEventListener('abort', () => close?.());
        },
        cancel: () => close?.(),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: QUEUE_BYTES }),
    );
    return new Response(body, { headers: streamHeaders(query) });
  } catch (error) {
    return problemResponse(error, request.headers.get('x-request-id') ?? randomUUID());
  }
}

function sinkOf(controller: ReadableStreamDefaultController<Uint8Array>): Sink {
  return {
    write: (bytes) => controller.enqueue(bytes),
    backlogBytes: () => QUEUE_BYTES - (controller.desiredSize ?? 0),
    end: () => controller.close(),
    destroy: () => controller.error(new Error('The reader does not read.')),
  };
}
