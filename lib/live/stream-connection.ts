import { createEventStreamParser, type StreamEvent } from './parse-event-stream';
import { type End, endSchema, PING_INTERVAL_MS } from './protocol';

/**
 * connecting → live → (lost) waiting → connecting …; `paused`: the page has long been hidden; `ended`: the
 * server refused for good (signed out, link switched off), see `end`.
 */
export type ConnectionPhase = 'connecting' | 'live' | 'waiting' | 'paused' | 'ended';

export type StreamConnectionOptions = {
  url: string;
  onEvent: (event: StreamEvent) => void;
  onPhase: (
    phase: ConnectionPhase,
    detail: { attempt: number; retryAt: number | null; end: End | null },
  ) => void;
  fetch?: typeof fetch;
};

const SILENCE_MS_MAX = PING_INTERVAL_MS * 2.5;
const BACKOFF_MS_MIN = 400;
const BACKOFF_MS_MAX = 20_000;
/** A stream that lived this long makes the next failure a first one again. */
const SETTLED_AFTER_MS = 5_000;
/** A page that nobody looks at gives its stream back after this long. */
const HIDDEN_MS_MAX = 5 * 60_000;

const isFinal = (status: number) => status === 401 || status === 403 || status === 404 || status === 400;

/** Opens the live stream and keeps it open; returns a function that closes it for good. */
export function openStreamConnection(options: StreamConnectionOptions): () => void {
  const load = options.fetch ?? fetch;
  let closed = false;
  let paused = false;
  let attempt = 0;
  let lastEventId = '';
  let heardAt = Date.now();
  let abort = new AbortController();
  let wake: (() => void) | undefined;
  let hiddenTimer: ReturnType<typeof setTimeout> | undefined;

  const tell = (phase: ConnectionPhase, retryAt: number | null = null, end: End | null = null) => {
    if (!closed) options.onPhase(phase, { attempt, retryAt, end });
  };

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  /** Reads one stream to its end. Returns why the server ended it, if it said so. */
  const readStream = async (): Promise<End | null> => {
    abort = new AbortController();
    const { signal } = abort;
    let watchdog: ReturnType<typeof setTimeout> | undefined;
    const heard = () => {
      heardAt = Date.now();
      clearTimeout(watchdog);
      watchdog = setTimeout(() => abort.abort(), SILENCE_MS_MAX);
    };
    let end: End | null = null;
    const parse = createEventStreamParser((event) => {
      if (event.id) lastEventId = event.id;
      if (event.event === 'end') end = endSchema.parse(JSON.parse(event.data));
      else options.onEvent(event);
    });
    try {
      heard();
      const answer = await load(options.url, {
        headers: { accept: 'text/event-stream', ...(lastEventId ? { 'last-event-id': lastEventId } : {}) },
        cache: 'no-store',
        credentials: 'same-origin',
        signal,
      });
      if (!answer.ok || !answer.body) return await refusal(answer);
      tell('live');
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return end;
        heard();
        parse(value);
      }
    } finally {
      clearTimeout(watchdog);
    }
  };

  const run = async () => {
    while (!closed) {
      if (paused) {
        tell('paused');
        await sleep(24 * 60 * 60_000);
        continue;
      }
      tell('connecting');
      const startedAt = performance.now();
      // A stream that breaks is no error but the usual way in which networks end one: it is opened again.
      const end = await readStream().catch(() => null);
      if (closed) return;
      if (end) return tell('ended', null, end);
      if (paused) continue;
      if (performance.now() - startedAt > SETTLED_AFTER_MS) attempt = 0;
      attempt += 1;
      const waitMs = backoffMs(attempt);
      tell('waiting', Date.now() + waitMs);
      await sleep(waitMs);
    }
  };

  const resume = () => {
    paused = false;
    // After a sleep the stream is dead, though nothing has said so yet: timers slept too.
    if (Date.now() - heardAt > SILENCE_MS_MAX) abort.abort();
    wake?.();
  };
  const onVisibility = () => {
    clearTimeout(hiddenTimer);
    if (document.visibilityState === 'visible') return resume();
    hiddenTimer = setTimeout(() => {
      paused = true;
      abort.abort();
    }, HIDDEN_MS_MAX);
  };
  const page = typeof document === 'undefined' ? undefined : document;
  page?.addEventListener('visibilitychange', onVisibility);
  if (page) window.addEventListener('online', resume);
  void run();

  return () => {
    closed = true;
    clearTimeout(hiddenTimer);
    page?.removeEventListener('visibilitychange', onVisibility);
    if (page) window.removeEventListener('online', resume);
    abort.abort();
    wake?.();
  };
}

/** What a refused opening means: an end for good, or null (try again later). */
async function refusal(answer: Response): Promise<End | null> {
  if (!isFinal(answer.status)) return null;
  const body = endSchema.safeParse(await answer.json().catch(() => null));
  return body.success ? body.data : { code: 'not_found', detail: `HTTP ${answer.status}` };
}

/** Doubling from 0.4 s to 20 s, with chance, so that the tabs of a restarted server do not all come at once. */
function backoffMs(attempt: number): number {
  const full = Math.min(BACKOFF_MS_MAX, BACKOFF_MS_MIN * 2 ** (attempt - 1));
  return full * (0.5 + Math.random() / 2);
}
