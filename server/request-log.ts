import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { log } from '@/lib/log';
import type { OpenRequest } from './open-requests';

export const REQUEST_ID = 'x-request-id';
/** Tells this process's requests from those of any other; counting on from there costs next to nothing. */
const PROCESS = randomBytes(6).toString('base64url');
let count = 0;

/** Gives the request its id: the one a proxy gave it, if it looks like one, else a fresh one. */
export function identify(request: IncomingMessage): string {
  const given = request.headers[REQUEST_ID];
  const id = typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : freshId();
  request.headers[REQUEST_ID] = id; // Next's route handlers read it here
  return id;
}

function freshId(): string {
  count += 1;
  return `${PROCESS}.${count.toString(36)}`;
}

/** One line per answered request: failures of ours always, all others at level `debug`. */
export function logAnswered({ id, request, response, begunMs }: OpenRequest): void {
  const failed = response.statusCode >= 500;
  const logger = log();
  if (!failed && !logger.isLevelEnabled('debug')) return;
  const facts = {
    requestId: id,
    method: request.method,
    path: withoutSecrets(request.url ?? ''),
    status: response.statusCode,
    ms: Math.round(performance.now() - begunMs),
    ...(response.writableFinished ? {} : { aborted: true }),
  };
  // 503 is said on purpose: while it starts or stops, or when the database is away (which is logged itself).
  if (failed && response.statusCode !== 503) logger.error(facts, 'request failed');
  else logger.debug(facts, 'request');
}

/** The path only, without the secrets (keys, share tokens) that it may carry: see lib/ids.ts. */
export const withoutSecrets = (url: string): string =>
  (url.split('?', 1)[0] ?? '').replace(/\btw([a-z])_[^/]+/g, 'tw$1_…');
