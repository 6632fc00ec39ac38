import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { log } from '@/lib/log';
import { type Problem, problem, problemBody, problemHeaders } from '@/lib/problem';
import type { Door } from './door';
import type { Phase } from './health-door';
import { findOddity } from './odd-requests';
import type { OpenRequests } from './open-requests';
import { identify, REQUEST_ID } from './request-log';

export type FrontDoorOptions = {
  phase: () => Phase;
  openRequests: OpenRequests;
  /** The hottest path, asked first. It names the request's id in its answers by itself: the fastest way to a header. */
  ingest: Door;
  health: Door;
  /** Answered by plain node:http, many times faster than by Next. */
  live: Door;
  /** Answers everything else; undefined until it is ready, or when the server runs without pages. */
  pages: () => ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | undefined;
};

/** The one request listener of the process. */
export function frontDoor({
  phase,
  openRequests,
  ingest,
  health,
  live,
  pages,
}: FrontDoorOptions): RequestListener {
  return (request, response) => {
    const requestId = identify(request);
    if (!openRequests.add(request, response, requestId)) return;
    try {
      const now = phase();
      if (now === 'stopping') response.setHeader('connection', 'close');
      if (now !== 'starting' && ingest(request, response)) return;
      response.setHeader(REQUEST_ID, requestId);
      if (health(request, response)) return;
      if (now === 'starting') return refuse(response, unavailable('Twinnoverse is starting.'), requestId);
      if (live(request, response)) return;
    } catch (error) {
      log().error({ err: error, requestId }, 'a door failed');
      return fail(response, requestId);
    }
    const oddity = findOddity(request);
    if (oddity) return refuse(response, oddity, requestId);
    const answer = pages();
    if (!answer) return refuse(response, unavailable('This server has no pages.'), requestId);
    answer(request, response).catch((error: unknown) => {
      log().error({ err: error, requestId }, 'a page failed');
      fail(response, requestId);
    });
  };
}

const unavailable = (detail: string): Problem => problem('unavailable', { detail, retryAfterSeconds: 1 });

function refuse(response: ServerResponse, refusal: Problem, requestId: string): void {
  response
    .writeHead(refusal.status, problemHeaders(refusal))
    .end(JSON.stringify(problemBody(refusal, requestId)));
}

function fail(response: ServerResponse, requestId: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const failure = problem('internal');
  response
    .writeHead(failure.status, problemHeaders(failure))
    .end(JSON.stringify(problemBody(failure, requestId)));
}
