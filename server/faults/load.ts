import http from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from './random';

/** One request: its messages say which request they are of (`r`), which of it (`i`) and of how many (`n`). */
export type Sent = {
  messages: number;
  /** Answered 200, once at least. */
  acknowledged: boolean;
};

export type LoadOptions = {
  url: () => string;
  key: string;
  random: Random;
  connections?: number;
  /** Between an answer and the next request of a connection, and before a refused one is sent again. */
  pauseMs?: number;
  retryMs?: number;
  messagesMax?: number;
  /** Days before today of which all messages are; left out: some are of this morning, most have no time. */
  daysBack?: number[];
};

const DAY_MS = 86_400_000;
/** Long ago enough that no message of this run, without a time, gets the same one as that of its arrival. */
const EARLIER_MS = 6 * 3_600_000;
const RETRY_MS = 25;
const REQUEST_MS_MAX = 25_000;
const TRIES_MAX = 200;

/**
 * Sends messages on several connections, as devices do, whatever becomes of the other end, and notes which of them
 * were acknowledged. Messages with times of their own are sent again until they are; those without are given up, as
 * nobody could tell them from new ones.
 */
export class Load {
  readonly sent: Sent[] = [];
  /** How often each answer came, refusals with their code (`503 unavailable`); `broken`: there was none. */
  readonly answers = new Map<string, number>();
  private stopped = false;
  private lastUs = 0;
  private readonly agent = new http.Agent({ keepAlive: true });
  private readonly workers: Promise<void>[];
  private waiting: { since: number; tell: () => void }[] = [];

  constructor(private readonly options: LoadOptions) {
    this.workers = Array.from({ length: options.connections ?? 6 }, () => this.work());
  }

  get acknowledged(): number {
    return this.sent.filter(({ acknowledged }) => acknowledged).length;
  }

  /** Resolves when a request is acknowledged that was sent from now on: it works. */
  nextAcknowledgement(): Promise<void> {
    return new Promise((tell) => this.waiting.push({ since: performance.now(), tell }));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.workers);
    this.agent.destroy();
  }

  private async work(): Promise<void> {
    while (!this.stopped) {
      const { request, body, isTimed } = this.make();
      for (let tries = 0; tries < TRIES_MAX; tries++) {
        const sentAt = performance.now();
        const answer = await this.post(body);
        this.answers.set(answer, (this.answers.get(answer) ?? 0) + 1);
        if (answer === '200') {
          request.acknowledged = true;
          this.tellWaiting(sentAt);
          break;
        }
        await wait(this.options.retryMs ?? RETRY_MS);
        if (!isTimed || this.stopped) break;
      }
      await wait(this.options.pauseMs ?? 3);
    }
  }

  private tellWaiting(sentAt: number): void {
    const due = this.waiting.filter(({ since }) => sentAt >= since);
    this.waiting = this.waiting.filter(({ since }) => sentAt < since);
    for (const { tell } of due) tell();
  }

  private make() {
    const { random, daysBack, messagesMax = 40 } = this.options;
    const messages = random.next() < 0.5 ? 1 : random.between(2, messagesMax);
    const r = this.sent.length;
    const isTimed = daysBack !== undefined || random.next() < 0.4;
    const backMs = (daysBack?.[random.between(0, daysBack.length - 1)] ?? 0) * DAY_MS + EARLIER_MS;
    const list = Array.from({ length: messages }, (_, i) => ({
      r,
      i,
      n: messages,
      ...(random.next() < 0.2 ? { state: `of ${r}` } : {}),
      ...(isTimed ? { timestamp: this.freshUs() - backMs * 1_000 } : {}),
    }));
    const request: Sent = { messages, acknowledged: false };
    this.sent.push(request);
    return { request, isTimed, body: JSON.stringify(messages === 1 ? list[0] : list) };
  }

  private freshUs(): number {
    this.lastUs = Math.max(Date.now() * 1_000, this.lastUs + 1);
    return this.lastUs;
  }

  private post(body: string): Promise<string> {
    return new Promise((resolve) => {
      const request = http.request(`${this.options.url()}/api/ingest`, {
        agent: this.agent,
        method: 'POST',
        timeout: REQUEST_MS_MAX,
        headers: {
          authorization: this.options.key,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      });
      request.on('response', (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve(answerOf(response.statusCode ?? 0, text)));
        response.on('error', () => resolve('broken'));
      });
      request.on('timeout', () => request.destroy());
      request.on('error', () => resolve('broken'));
      request.end(body);
    });
  }
}

function answerOf(status: number, body: string): string {
  if (status === 200) return '200';
  return `${status} ${(JSON.parse(body) as { code: string }).code}`;
}
