import pg from 'pg';
import { pool } from './database';
import { env } from './env';
import { log } from './log';
import { channelName, type Notice, type NoticeHandler, readNotice } from './postgres-notice';

const RECONNECT_MS_MIN = 100;
const RECONNECT_MS_MAX = 5_000;
/** A connection that was cut off silently (a firewall, a sleeping machine) is noticed within this time. */
const HEARTBEAT_MS = 15_000;
const ANSWER_MS_MAX = 5_000;

type Heard = Notice & { name: string };

/** The process's one listening connection: made when first needed, made again whenever it is lost. */
export class PostgresListener {
  private readonly handlers = new Map<string, Set<NoticeHandler>>();
  /** By the names that PostgreSQL knows the channels by. */
  private readonly names = new Map<string, string>();
  private client: pg.Client | undefined;
  private connecting = false;
  private attempt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private heartbeat: ReturnType<typeof setInterval> | undefined;
  private readonly queue: Heard[] = [];
  private delivering = false;
  private closed = false;

  constructor(private readonly origin: string) {}

  add(name: string, handler: NoticeHandler): () => void {
    const set = this.handlers.get(name) ?? new Set();
    const isNew = set.size === 0;
    this.handlers.set(name, set);
    set.add(handler);
    if (isNew && this.client) void this.listen(this.client, [name]);
    else if (!this.client && !this.connecting && !this.timer) void this.connect();
    return () => {
      // The channel itself stays listened to: what nobody handles costs next to nothing.
      set.delete(handler);
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    clearInterval(this.heartbeat);
    const { client } = this;
    this.client = undefined;
    await client?.end().catch(() => {}); // it may be gone already
  }

  private async connect(): Promise<void> {
    this.connecting = true;
    const client = new pg.Client({
      connectionString: env().DATABASE_URL,
      application_name: 'twinnoverse-listen',
      connectionTimeoutMillis: ANSWER_MS_MAX,
      query_timeout: ANSWER_MS_MAX,
      keepAlive: true,
    });
    client.on('error', () => this.lose(client));
    client.on('end', () => this.lose(client));
    client.on('notification', ({ channel, payload = '' }) => {
      const name = this.names.get(channel);
      if (name !== undefined) this.hear({ name, ...readNotice(payload) });
    });
    try {
      await client.connect();
      if (this.closed) return void client.end().catch(() => {});
      this.client = client;
      this.connecting = false;
      this.heartbeat = setInterval(() => void this.check(client), HEARTBEAT_MS).unref();
      await this.listen(client, [...this.handlers.keys()]);
    } catch (error) {
      log().debug({ err: error }, 'listening to the database failed');
      this.connecting = false;
      this.lose(client);
    }
  }

  private async listen(client: pg.Client, names: readonly string[]): Promise<void> {
    try {
      for (const name of names) {
        const channel = await channelName(name);
        this.names.set(channel, name);
        await client.query(`listen ${channel}`);
      }
    } catch {
      return this.lose(client);
    }
    if (this.client !== client) return;
    this.attempt = 0;
    for (const name of names) this.tellMissed(name);
  }

  private async check(client: pg.Client): Promise<void> {
    await client.query('select').catch(() => this.lose(client));
  }

  /** Once per connection: errors and ends come in any order and number. */
  private lose(client: pg.Client): void {
    client.removeAllListeners('notification');
    if (this.client === client) {
      this.client = undefined;
      clearInterval(this.heartbeat);
      log().warn('the connection that listens to other processes was lost');
    }
    client.end().catch(() => {});
    if (this.closed || this.connecting || this.client || this.timer) return;
    const full = Math.min(RECONNECT_MS_MAX, RECONNECT_MS_MIN * 2 ** this.attempt);
    this.attempt = Math.min(this.attempt + 1, 10);
    // With chance, so that all processes of a restarted database do not come at once.
    this.timer = setTimeout(
      () => {
        this.timer = undefined;
        void this.connect();
      },
      full * (0.5 + Math.random() / 2),
    ).unref();
  }

  private hear(heard: Heard): void {
    this.queue.push(heard);
    if (!this.delivering) void this.deliver();
  }

  /** In the order in which they came; one that lies in the table holds up those behind it. */
  private async deliver(): Promise<void> {
    this.delivering = true;
    for (let heard = this.queue.shift(); heard; heard = this.queue.shift()) {
      const { name, origin, kind, body } = heard;
      const isOwn = origin === this.origin;
      const payload = kind === 'stored' ? await readStored(body) : body;
      if (kind === 'lost' || payload === undefined) this.tellMissed(name);
      else this.each(name, (handler) => handler.notice(payload, isOwn));
    }
    this.delivering = false;
  }

  private tellMissed(name: string): void {
    this.each(name, (handler) => handler.missed?.());
  }

  private each(name: string, tell: (handler: NoticeHandler) => void): void {
    for (const handler of this.handlers.get(name) ?? []) {
      try {
        tell(handler);
      } catch (error) {
        log().error({ err: error, channel: name }, 'a notice was not handled');
      }
    }
  }
}

/** Undefined when it is gone: too old, or cleared away with a crash of the database. */
async function readStored(id: string): Promise<string | undefined> {
  try {
    const { rows } = await pool().query<{ payload: string }>(
      'select payload from live_payload where id = $1::bigint',
      [id],
    );
    return rows[0]?.payload;
  } catch (error) {
    log().warn({ err: error }, 'a long notice could not be read');
    return undefined;
  }
}
