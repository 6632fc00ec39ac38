import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import type { TestSender } from '@/lib/ingest/test-sender';
import type { LiveSource } from '@/lib/live/live-source';
import { createEventStreamParser, type StreamEvent } from '@/lib/live/parse-event-stream';
import { createTelemetryStore } from '@/lib/live/telemetry-store';
import { ingestDoor } from './ingest-door';
import { liveDoor } from './live-door';

/** Patient, as the machine may be busy. */
export const until = (condition: () => unknown) => vi.waitUntil(condition, { timeout: 15_000 });

export const streams = new Set<http.ServerResponse>();
const server = http.createServer((request, response) => {
  if (request.url?.startsWith('/api/live')) streams.add(response);
  if (!ingestDoor(request, response) && !liveDoor(request, response)) response.writeHead(404).end();
});
export let origin: string;
const closing: (() => void)[] = [];

/** Both doors on a port of their own, for the tests of a file; what a test opened is closed after it. */
export function useLiveServer(): void {
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
}

export async function send(sender: TestSender, body: unknown) {
  const answer = await fetch(`${origin}/api/ingest/${sender.datasourceId}`, {
    method: 'POST',
    headers: { authorization: sender.key, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
}

/** A raw stream: its events as they come, and whether it ended. */
export async function openRaw(query: string, headers: Record<string, string> = {}) {
  const abort = new AbortController();
  closing.push(() => abort.abort());
  const answer = await fetch(`${origin}/api/live?${query}`, { headers, signal: abort.signal });
  const events: (StreamEvent & { json: unknown })[] = [];
  const state = { ended: false };
  const parse = createEventStreamParser((event) => events.push({ ...event, json: JSON.parse(event.data) }));
  const read = async () => {
    for await (const text of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) parse(text);
    state.ended = true;
  };
  if (answer.ok) read().catch(() => {});
  const names = () => events.map(({ event }) => event);
  return { status: answer.status, headers: answer.headers, events, names, state, abort, answer };
}

/** The browser's store, on the real stream. */
export function openStore(source: LiveSource, cookie?: string) {
  const store = createTelemetryStore(source, {
    baseUrl: origin,
    fetch: (input, init) =>
      fetch(input, {
        ...init,
        headers: { ...(init?.headers as Record<string, string>), ...(cookie ? { cookie } : {}) },
      }),
  });
  closing.push(store.connect());
  return store;
}

export const live = (store: ReturnType<typeof openStore>) =>
  until(() => store.connection().phase === 'live' && store.datasourceIds().length > 0);
