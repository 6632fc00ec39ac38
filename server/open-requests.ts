import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { env } from '@/lib/env';
import { problem, problemBody, problemHeaders } from '@/lib/problem';

/** The least that a sender must manage, in bytes per second, beyond SLOW_BODY_SECONDS. */
const BODY_RATE_MIN = 64_000;
const BYTES_WHEN_UNSAID = 5_000_000;
const SWEEP_MS = 5_000;
/**
 * Requests of one connection that may wait for their answers. Node stops reading from who does not read only once there
 * are answers; from who sends one request behind the other it takes in all that come while the first is being stored.
 */
export const UNANSWERED_MAX = 1_000;

const NOWHERE = -1;

/** A request from its headers to the end of its answer: all that the process notes about it, in one object. */
export class OpenRequest {
  readonly begunMs = performance.now();
  /** Its place in the list of open requests; NOWHERE: it is answered, or its connection has ended. */
  place = NOWHERE;
  /** What its connection had brought when it was first looked after; undefined: it was not yet. */
  bytesBefore: number | undefined = undefined;

  constructor(
    readonly id: string,
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
    private readonly list: OpenRequests,
  ) {}

  close(): void {
    this.list.remove(this);
  }
}

const OPEN = Symbol('open request');
type Noted = ServerResponse & { [OPEN]?: OpenRequest };

const UNANSWERED = Symbol('unanswered requests');
type Connection = Socket & { [UNANSWERED]?: number };

/** One listener for all responses: one that closes over its own would be made for each. */
function onClose(this: Noted): void {
  this[OPEN]?.close();
}

/**
 * All requests that are not answered yet: refuses those whose body trickles in too slowly (a cheap way to
 * tie up a server), and lets a drain wait for the rest.
 *
 * An array and not a `Set`: one that changes all the time is copied all the time, and V8 links each outgrown copy to
 * the next. Once one of them is old, all that come after it, with the requests in them, look alive to the young
 * generation's collector: a quarter of all garbage became old that way (bench/README.md).
 */
export class OpenRequests {
  private readonly open: OpenRequest[] = [];
  private onEmpty: (() => void) | undefined;
  private readonly sweeper = setInterval(() => this.refuseSlow(), SWEEP_MS).unref();

  /** @param onAnswered told of each request when its answer has ended, or its connection */
  constructor(private readonly onAnswered: (request: OpenRequest) => void = () => {}) {}

  /** Answers whether the request may be answered: of a connection with too many of them no more are, it is ended. */
  add(request: IncomingMessage, response: ServerResponse, id: string): boolean {
    const connection = request.socket as Connection;
    // Answers that wait behind others are told nothing when their connection ends.
    if (connection[UNANSWERED] === undefined) connection.once('close', () => this.removeAll(connection));
    const unanswered = (connection[UNANSWERED] ?? 0) + 1;
    if (unanswered > UNANSWERED_MAX) {
      connection.destroy();
      return false;
    }
    connection[UNANSWERED] = unanswered;
    const open = new OpenRequest(id, request, response, this);
    open.place = this.open.push(open) - 1;
    (response as Noted)[OPEN] = open;
    response.on('close', onClose);
    return true;
  }

  private removeAll(connection: Connection): void {
    if (connection[UNANSWERED] === 0) return;
    for (const open of [...this.open]) if (open.request.socket === connection) this.remove(open);
  }

  remove(closed: OpenRequest): void {
    if (closed.place === NOWHERE) return;
    const connection = closed.request.socket as Connection;
    connection[UNANSWERED] = (connection[UNANSWERED] ?? 1) - 1;
    const last = this.open.pop();
    if (last && last !== closed) {
      last.place = closed.place;
      this.open[closed.place] = last;
    }
    closed.place = NOWHERE;
    this.onAnswered(closed);
    if (this.open.length === 0) this.onEmpty?.();
  }

  /** Ends what would never end by itself (event streams), then waits for the others, but not for ever. */
  async drain(msMax: number): Promise<{ unanswered: number }> {
    clearInterval(this.sweeper);
    for (const { response } of this.open) {
      if (String(response.getHeader('content-type')).startsWith('text/event-stream')) response.end();
      else if (!response.headersSent) response.setHeader('connection', 'close');
    }
    if (this.open.length > 0) {
      await new Promise<void>((resolve) => {
        this.onEmpty = resolve;
        setTimeout(resolve, msMax).unref();
      });
    }
    return { unanswered: this.open.length };
  }

  private refuseSlow(): void {
    const now = performance.now();
    // A copy: what is refused here may leave the list at once.
    for (const open of [...this.open]) {
      const { request, response } = open;
      if (request.complete || now < bodyDueAt(open)) continue;
      if (response.headersSent) request.destroy();
      else refuse(open);
    }
  }
}

function bodyDueAt(open: OpenRequest): number {
  const said = open.request.headers['content-length'];
  const bytes = said === undefined ? BYTES_WHEN_UNSAID + bytesCome(open) : Number(said);
  return open.begunMs + (env().SLOW_BODY_SECONDS + bytes / BODY_RATE_MIN) * 1000;
}

/** A body of unknown length (a long import) may take the longer the more of it comes. */
function bytesCome(open: OpenRequest): number {
  const { bytesRead } = open.request.socket;
  open.bytesBefore ??= bytesRead;
  return bytesRead - open.bytesBefore;
}

function refuse({ id, request, response }: OpenRequest): void {
  const refusal = problem('timeout');
  response
    .writeHead(refusal.status, { ...problemHeaders(refusal), 'x-request-id': id, connection: 'close' })
    .end(JSON.stringify(problemBody(refusal, id)), () => request.destroy());
}
