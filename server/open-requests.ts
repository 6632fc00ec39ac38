import type { IncomingMessage, ServerResponse } from 'node:http';
import { problem, problemBody, problemHeaders } from '@/lib/problem';

type Open = { request: IncomingMessage; response: ServerResponse; bodyDueAt: number };

const BODY_MS_BASE = 30_000;
/** The least that a sender must manage, in bytes per second, beyond the base time. */
const BODY_RATE_MIN = 64_000;
const BYTES_WHEN_UNSAID = 5_000_000;
const SWEEP_MS = 5_000;

/**
 * All requests that are not answered yet: refuses those whose body trickles in too slowly (a cheap way to
 * tie up a server), and lets a drain wait for the rest.
 */
export class OpenRequests {
  private readonly open = new Set<Open>();
  private onEmpty: (() => void) | undefined;
  private readonly sweeper = setInterval(() => this.refuseSlow(), SWEEP_MS).unref();

  add(request: IncomingMessage, response: ServerResponse): void {
    const bytes = Number(request.headers['content-length'] ?? BYTES_WHEN_UNSAID);
    const entry = {
      request,
      response,
      bodyDueAt: Date.now() + BODY_MS_BASE + (bytes / BODY_RATE_MIN) * 1000,
    };
    this.open.add(entry);
    response.on('close', () => {
      this.open.delete(entry);
      if (this.open.size === 0) this.onEmpty?.();
    });
  }

  /** Ends what would never end by itself (event streams), then waits for the others, but not for ever. */
  async drain(msMax: number): Promise<{ unanswered: number }> {
    clearInterval(this.sweeper);
    for (const { response } of this.open) {
      if (String(response.getHeader('content-type')).startsWith('text/event-stream')) response.end();
      else if (!response.headersSent) response.setHeader('connection', 'close');
    }
    if (this.open.size > 0) {
      await new Promise<void>((resolve) => {
        this.onEmpty = resolve;
        setTimeout(resolve, msMax).unref();
      });
    }
    return { unanswered: this.open.size };
  }

  private refuseSlow(): void {
    const now = Date.now();
    for (const { request, response, bodyDueAt } of this.open) {
      if (request.complete || now < bodyDueAt) continue;
      if (response.headersSent) request.destroy();
      else refuse(request, response);
    }
  }
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  const refusal = problem('timeout');
  const id = response.getHeader('x-request-id');
  response
    .writeHead(refusal.status, { ...problemHeaders(refusal), connection: 'close' })
    .end(JSON.stringify(problemBody(refusal, typeof id === 'string' ? id : undefined)), () =>
      request.destroy(),
    );
}
