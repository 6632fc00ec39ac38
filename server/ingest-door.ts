import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { findEndpoint } from '@/lib/ingest/endpoint/registry';
import { ingest } from '@/lib/ingest/ingest';
import { bodyPieces, readBody } from '@/lib/ingest/read-body';
import type { IngestAnswer, IngestRequest } from '@/lib/ingest/request';
import { senderAddress } from '@/lib/ingest/sender-address';
import type { Door } from './door';
import { REQUEST_ID } from './request-log';

/** How long and how much of a body is still taken in after it was refused. */
const LINGER_MS = 2_000;
const LINGER_BYTES = 16_000_000;

/** Readings, whatever protocol they come by: answered in front of Next. */
export const ingestDoor: Door = (request, response) => {
  const url = request.url ?? '';
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const query = mark < 0 ? '' : url.slice(mark + 1);
  const found = findEndpoint(path, query);
  if (!found) return false;
  void ingest(new DoorRequest(request, path, query), found).then((answer) => send(request, response, answer));
  return true;
};

/** A class and not an object of functions: made for every request, its methods are made once. */
class DoorRequest implements IngestRequest {
  constructor(
    private readonly request: IncomingMessage,
    readonly path: string,
    readonly query: string,
  ) {}

  get method(): string {
    return this.request.method ?? '';
  }

  get address(): string | undefined {
    return senderAddress(this.request.socket.remoteAddress, this.header('x-forwarded-for'));
  }

  get requestId(): string {
    return this.header('x-request-id') ?? randomUUID();
  }

  header(name: string): string | undefined {
    const value = this.request.headers[name];
    return Array.isArray(value) ? value[0] : value;
  }

  headers(): Iterable<readonly [string, string | string[] | undefined]> {
    return Object.entries(this.request.headers);
  }

  readBody(bytesMax: number): Promise<Buffer> {
    return readBody(this.request, bytesMax);
  }

  bodyPieces(): AsyncIterable<Buffer> {
    return bodyPieces(this.request);
  }
}

function send(request: IncomingMessage, response: ServerResponse, answer: IngestAnswer): void {
  // The sender is gone, or its body came too slowly and was refused meanwhile (open-requests.ts).
  if (response.destroyed || response.headersSent) return;
  if (!request.complete) {
    response.setHeader('connection', 'close');
    linger(request);
  }
  response.writeHead(answer.status, headersOf(request, answer));
  const body = answer.bytes ?? answer.body;
  // Headers and body in one chunk, at once: `end(body)` makes two, which costs a twentieth of the whole request.
  if (body.length > 0) {
    response.write(body);
    response.socket?.uncork();
  }
  response.end();
}

/** A flat list of names and values: nothing is copied or looked up on the way into the answer. */
function headersOf(request: IncomingMessage, { headers }: IngestAnswer): string[] {
  const list = [REQUEST_ID, String(request.headers[REQUEST_ID])];
  for (const name in headers) list.push(name, headers[name] as string);
  return list;
}

/**
 * A refusal that comes before the body was read: closing at once would reset the connection under a sender who is
 * still writing, and the answer would be lost. So what still comes is taken in and thrown away, for a while.
 */
function linger(request: IncomingMessage): void {
  let bytes = 0;
  const timer = setTimeout(() => request.destroy(), LINGER_MS);
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > LINGER_BYTES) request.destroy();
  });
  request.on('error', () => {}); // it is being closed anyway
  request.once('close', () => clearTimeout(timer));
}
