import { pool } from './database';
import { log } from './log';
import { channelName, NOTICE_BYTES_MAX, writeNotice } from './postgres-notice';

/** Stored payloads are read at once; who has not read one by then is told to refresh. */
const STORED_SECONDS = 60;
const PRUNE_EVERY_MS = 30_000;
const RETRY_MS = 500;
/** More than this waiting (the database hangs) is given up; listeners are told to refresh instead. */
const WAITING_BYTES_MAX = 8_000_000;

/** Sends notices, those that wait together in one statement. */
export class PostgresNotifier {
  private waiting: { name: string; payload: string }[] = [];
  private waitingBytes = 0;
  /** Channels whose listeners must be told that they missed something. */
  private readonly lost = new Set<string>();
  private running: Promise<void> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private prunedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly origin: string) {}

  send(name: string, payload: string): Promise<void> {
    if (this.waitingBytes + payload.length > WAITING_BYTES_MAX) {
      this.giveUp();
      this.lost.add(name);
    } else {
      this.waiting.push({ name, payload });
      this.waitingBytes += payload.length;
    }
    this.running ??= this.work();
    return this.running;
  }

  async close(): Promise<void> {
    clearTimeout(this.retry);
    this.retry = undefined;
    await this.running;
  }

  private async work(): Promise<void> {
    try {
      // After this turn of the event loop: what is said together travels together.
      await new Promise((resolve) => setImmediate(resolve));
      while (this.waiting.length > 0 || this.lost.size > 0) await this.sendWaiting();
    } catch (error) {
      log().warn({ err: error }, 'other processes could not be notified');
      this.giveUp();
      this.retry ??= setTimeout(() => {
        this.retry = undefined;
        this.running ??= this.work();
      }, RETRY_MS).unref();
    } finally {
      this.running = undefined;
    }
  }

  private giveUp(): void {
    for (const { name } of this.waiting.splice(0)) this.lost.add(name);
    this.waitingBytes = 0;
  }

  private async sendWaiting(): Promise<void> {
    const lost = [...this.lost];
    this.lost.clear();
    const sending = this.waiting.splice(0);
    this.waitingBytes = 0;
    try {
      await this.sendNow(sending, lost);
    } catch (error) {
      for (const name of lost) this.lost.add(name);
      for (const { name } of sending) this.lost.add(name);
      throw error;
    }
  }

  private async sendNow(
    sending: readonly { name: string; payload: string }[],
    lost: readonly string[],
  ): Promise<void> {
    const channels = await Promise.all([...lost, ...sending.map(({ name }) => name)].map(channelName));
    const notices = lost.map(() => writeNotice({ origin: this.origin, kind: 'lost', body: '' }));
    for (const { payload } of sending) {
      const notice = writeNotice({ origin: this.origin, kind: 'inline', body: payload });
      if (Buffer.byteLength(notice) <= NOTICE_BYTES_MAX) notices.push(notice);
      else {
        const id = await this.store(payload);
        notices.push(writeNotice({ origin: this.origin, kind: 'stored', body: id }));
      }
    }
    await pool().query({
      name: 'notify',
      text: 'select pg_notify(channel, notice) from unnest($1::text[], $2::text[]) as n(channel, notice)',
      values: [channels, notices],
    });
  }

  /** Committed before it is told, so that it is there for whoever hears of it. */
  private async store(payload: string): Promise<string> {
    const { rows } = await pool().query<{ id: string }>(
      'insert into live_payload (payload) values ($1) returning id::text as id',
      [payload],
    );
    if (Date.now() - this.prunedAt > PRUNE_EVERY_MS) {
      this.prunedAt = Date.now();
      await pool().query('delete from live_payload where at < now() - make_interval(secs => $1)', [
        STORED_SECONDS,
      ]);
    }
    return rows[0]?.id ?? '';
  }
}
