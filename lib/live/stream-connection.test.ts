// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PING_INTERVAL_MS } from './protocol';
import { type ConnectionPhase, openStreamConnection } from './stream-connection';

const encoder = new TextEncoder();

/** A server in whose hands the streams are. */
function fakeServer() {
  const requests: { headers: Record<string, string>; signal: AbortSignal }[] = [];
  const streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  let answer: () => Response | Promise<Response> = () =>
    new Response(new ReadableStream({ start: (controller) => void streams.push(controller) }));
  const load = (async (_url: string, init: RequestInit) => {
    const { signal } = init as { signal: AbortSignal };
    requests.push({ headers: init.headers as Record<string, string>, signal });
    const given = await answer();
    signal.addEventListener('abort', () => {
      try {
        streams.at(-1)?.error(new Error('aborted'));
      } catch {
        // it has ended already
      }
    });
    return given;
  }) as unknown as typeof fetch;
  return {
    load,
    requests,
    say: (text: string) => streams.at(-1)?.enqueue(encoder.encode(text)),
    cut: () => streams.at(-1)?.close(),
    answerWith: (next: () => Response | Promise<Response>) => {
      answer = next;
    },
  };
}

function connect(server: ReturnType<typeof fakeServer>) {
  const phases: ConnectionPhase[] = [];
  const events: string[] = [];
  const ends: unknown[] = [];
  const close = openStreamConnection({
    url: '/api/live?x',
    fetch: server.load,
    onEvent: ({ event, data }) => events.push(`${event} ${data}`),
    onPhase: (phase, { end }) => {
      phases.push(phase);
      if (end) ends.push(end);
    },
  });
  return { phases, events, ends, close };
}

const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

function setVisible(visible: boolean) {
  Object.defineProperty(document, 'visibilityState', {
    value: visible ? 'visible' : 'hidden',
    configurable: true,
  });
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  setVisible(true);
  vi.useRealTimers();
});

describe('a connection', () => {
  it('goes on after a cut, from the last event it heard', async () => {
    const server = fakeServer();
    const { phases, events, close } = connect(server);
    await settle();
    server.say('id: e.7\nevent: frame\ndata: 1\n\n');
    await settle();
    server.cut();
    await settle(500);
    expect(phases).toEqual(['connecting', 'live', 'waiting', 'connecting', 'live']);
    expect(events).toEqual(['frame 1']);
    expect(server.requests.map(({ headers }) => headers['last-event-id'])).toEqual([undefined, 'e.7']);
    close();
  });

  it('tries less and less often while the server is away, and at once when the network is back', async () => {
    const server = fakeServer();
    server.answerWith(() => Promise.reject(new TypeError('failed')));
    const { close, phases } = connect(server);
    await settle(5_000);
    const soon = server.requests.length;
    expect(soon).toBeGreaterThanOrEqual(3);
    await settle(60_000);
    expect(server.requests.length - soon).toBeLessThanOrEqual(8);
    const before = server.requests.length;
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(server.requests.length).toBe(before + 1);
    expect(phases.at(-1)).toBe('waiting');
    close();
  });

  it('that hears nothing for long is dead, and opened again', async () => {
    const server = fakeServer();
    const { close } = connect(server);
    await settle();
    for (let i = 0; i < 4; i++) {
      await settle(PING_INTERVAL_MS);
      server.say(': ping\n\n');
    }
    expect(server.requests).toHaveLength(1);
    await settle(PING_INTERVAL_MS * 3);
    expect(server.requests[0]?.signal.aborted).toBe(true);
    expect(server.requests.length).toBeGreaterThan(1);
    close();
  });

  it('that slept is opened again the moment that somebody looks, from the last event it heard', async () => {
    const server = fakeServer();
    const { close } = connect(server);
    await settle();
    server.say('id: e.3\nevent: frame\ndata: 1\n\n');
    await settle(1_000);
    // While a machine sleeps its clock goes on and no timer fires.
    vi.setSystemTime(Date.now() + 3_600_000);
    setVisible(true);
    await settle(500);
    expect(server.requests.map(({ headers }) => headers['last-event-id'])).toEqual([undefined, 'e.3']);
    expect(server.requests[0]?.signal.aborted).toBe(true);
    setVisible(true); // it has just been opened: looking again changes nothing
    await settle(500);
    expect(server.requests).toHaveLength(2);
    close();
  });

  it('waits for as long as chance says, so that not all come back at once', async () => {
    const waits = new Set<number>();
    for (let i = 0; i < 20; i++) {
      const server = fakeServer();
      server.answerWith(() => Promise.reject(new TypeError('failed')));
      const begun = Date.now();
      const close = openStreamConnection({
        url: '/api/live?x',
        fetch: server.load,
        onEvent: () => {},
        onPhase: (_phase, { retryAt }) => {
          if (retryAt !== null) waits.add(Math.round(retryAt - begun));
        },
      });
      await settle();
      close();
    }
    expect(waits.size).toBeGreaterThan(10);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(200);
    expect(Math.max(...waits)).toBeLessThanOrEqual(400);
  });

  it.each([401, 403, 404])('that is refused with %i ends, and says why', async (status) => {
    const server = fakeServer();
    server.answerWith(() => Response.json({ code: 'not_found', detail: 'Gone.', title: '' }, { status }));
    const { phases, ends, close } = connect(server);
    await settle(60_000);
    expect(phases).toEqual(['connecting', 'ended']);
    expect(ends).toEqual([{ code: 'not_found', detail: 'Gone.' }]);
    close();
  });

  it('that the server ends for good is not opened again', async () => {
    const server = fakeServer();
    const { phases, ends, close } = connect(server);
    await settle();
    server.say('event: end\ndata: {"code":"not_found","detail":"The link was switched off."}\n\n');
    server.cut();
    await settle(60_000);
    expect(phases).toEqual(['connecting', 'live', 'ended']);
    expect(ends).toEqual([{ code: 'not_found', detail: 'The link was switched off.' }]);
    close();
  });

  it.each([429, 503])('that is refused with %i is tried again', async (status) => {
    const server = fakeServer();
    server.answerWith(() => new Response('{}', { status }));
    const { phases, close } = connect(server);
    await settle(500);
    expect(phases.slice(0, 3)).toEqual(['connecting', 'waiting', 'connecting']);
    close();
  });

  it('of a page that nobody looks at is given back after a while, and opened when somebody does', async () => {
    const server = fakeServer();
    const { phases, close } = connect(server);
    await settle();
    setVisible(false);
    const talk = setInterval(() => server.say(': ping\n\n'), PING_INTERVAL_MS);
    await settle(4 * 60_000);
    expect(phases.at(-1)).toBe('live');
    clearInterval(talk);
    await settle(61_000);
    expect(phases.at(-1)).toBe('paused');
    const before = server.requests.length;
    setVisible(true);
    await settle();
    expect(server.requests.length).toBe(before + 1);
    expect(phases.at(-1)).toBe('live');
    close();
    await settle(60_000);
    expect(server.requests.length).toBe(before + 1);
  });
});
