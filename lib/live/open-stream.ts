import type { IncomingHttpHeaders } from 'node:http';
import { throttleAddress } from '@/lib/auth/client-address';
import { isDatabaseAway } from '@/lib/database-away';
import { log } from '@/lib/log';
import { Problem, problem } from '@/lib/problem';
import { shared } from '@/lib/shared-state';
import { LiveStream, type Sink } from './live-stream';
import { ticketAccess } from './live-ticket';
import { PING_INTERVAL_MS } from './protocol';
import { type StreamAccess, streamAccess } from './stream-access';

/** Streams that one process serves, and that one address may have (an office behind one router is one address). */
export const STREAMS_MAX = 2_000;
export const STREAMS_PER_ADDRESS_MAX = 200;
const LOOK_INTERVAL_MS = 1_000;

const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  // A proxy that gathers the stream into a buffer would hold readings back.
  'x-accel-buffering': 'no',
} as const;

/** A stream that a ticket opens may be read by any page: neither cookie nor key comes with it. */
export const streamHeaders = (query: URLSearchParams): Record<string, string> =>
  query.has('ticket') ? { ...STREAM_HEADERS, 'access-control-allow-origin': '*' } : STREAM_HEADERS;

export type StreamRequest = {
  query: URLSearchParams;
  headers: Headers | IncomingHttpHeaders;
  lastEventId: string | undefined;
  address: string | undefined;
};

/** Starts the stream into a sink; returns what to call when the reader is gone. */
export type StartStream = (sink: Sink) => () => void;

type Open = {
  stream: LiveStream;
  access: StreamAccess;
  address: string;
  checkedAt: number;
  checking: boolean;
};
type Streams = {
  open: Set<Open>;
  perAddress: Map<string, number>;
  timer: ReturnType<typeof setInterval> | undefined;
};

const streams = () =>
  shared<Streams>('live-streams', () => ({ open: new Set(), perAddress: new Map(), timer: undefined }));

/**
 * Checks who asks for what and that there is room; only then is there a stream to start.
 * @throws Problem `unauthenticated`, `not_found`, `invalid_request`, `too_many_requests`, `unavailable`
 */
export async function openStream(request: StreamRequest): Promise<StartStream> {
  const address = throttleAddress(request.address ?? '');
  assertRoom(streams(), address);
  const ticket = request.query.get('ticket');
  const access = ticket === null ? streamAccess(request) : ticketAccess(ticket);
  const datasourceIds = await access.datasources().catch((error: unknown) => {
    throw isDatabaseAway(error) ? problem('unavailable', { retryAfterSeconds: 2, cause: error }) : error;
  });
  assertRoom(streams(), address); // others may have come while we asked
  return (sink) => {
    const stream = new LiveStream(sink);
    const entry: Open = { stream, access, address, checkedAt: Date.now(), checking: false };
    const close = add(entry);
    // `EventSource` can't send the header to a stream that it opens anew, with another ticket.
    const lastEventId = request.lastEventId ?? request.query.get('lastEventId') ?? undefined;
    stream.open(datasourceIds, lastEventId).catch((error: unknown) => {
      // The reader opens it again and gets another snapshot.
      log().warn({ err: error }, 'a live stream could not begin');
      close();
      sink.destroy();
    });
    return close;
  };
}

function assertRoom({ open, perAddress }: Streams, address: string): void {
  // Behind a proxy that we do not trust, or in a route handler, the address is not known.
  const sameAddress = address === '' ? 0 : (perAddress.get(address) ?? 0);
  if (open.size < STREAMS_MAX && sameAddress < STREAMS_PER_ADDRESS_MAX) return;
  throw problem('too_many_requests', {
    detail: 'Too many live streams are open.',
    retryAfterSeconds: 10,
  });
}

function add(entry: Open): () => void {
  const state = streams();
  state.open.add(entry);
  state.perAddress.set(entry.address, (state.perAddress.get(entry.address) ?? 0) + 1);
  state.timer ??= setInterval(() => lookAtAll(state), LOOK_INTERVAL_MS).unref();
  return () => remove(state, entry);
}

function remove(state: Streams, entry: Open): void {
  entry.stream.close();
  if (!state.open.delete(entry)) return;
  const left = (state.perAddress.get(entry.address) ?? 1) - 1;
  if (left > 0) state.perAddress.set(entry.address, left);
  else state.perAddress.delete(entry.address);
  if (state.open.size > 0) return;
  clearInterval(state.timer);
  state.timer = undefined;
}

function lookAtAll(state: Streams): void {
  const now = Date.now();
  for (const entry of state.open) {
    entry.stream.look(now, PING_INTERVAL_MS);
    if (entry.stream.closed) remove(state, entry);
    // A little early rather than a whole look late.
    else if (now - entry.checkedAt >= entry.access.checkEveryMs - LOOK_INTERVAL_MS / 2)
      void check(state, entry);
  }
}

/** May it go on, and does it tell of the right datasources? */
async function check(state: Streams, entry: Open): Promise<void> {
  if (entry.checking) return;
  entry.checking = true;
  try {
    const datasourceIds = await entry.access.datasources();
    entry.checkedAt = Date.now();
    if (!entry.stream.closed) await entry.stream.follow(datasourceIds);
  } catch (error) {
    // The database being away, or much being asked, is no reason to stop showing what was shown.
    if (!(error instanceof Problem) || error.status >= 500 || error.status === 429) return;
    entry.stream.finish({ code: error.code, detail: error.message });
    remove(state, entry);
  } finally {
    entry.checking = false;
  }
}
