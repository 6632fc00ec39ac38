import { randomBytes } from 'node:crypto';
import type { PostgresChannel } from '@/lib/postgres-channel';
import { NOTICE_BYTES_MAX } from '@/lib/postgres-notice';
import type { LiveBus, LiveChange, Peers } from './bus';
import { flushSoon } from './frame-clock';
import { Interests, RESTATE_MS } from './interests';
import { PendingChanges } from './pending-changes';
import { ProcessBus } from './process-bus';

/** What processes tell each other. `from` is the process, for as long as it lives. */
type Said =
  | { say: 'changes'; changes: LiveChange[] }
  /**
   * I listen to these (`whole`: and to no others). Who knows more of those that are new, or of all of them (`again`),
   * than the database does, tells.
   */
  | { say: 'listen'; from: string; ids: string[]; whole: boolean; again: boolean }
  | { say: 'leave'; from: string; ids: string[] }
  | { say: 'bye'; from: string }
  /** I am new here, or may have missed something: who listens to what? */
  | { say: 'hello' };

const CHANNEL = 'live';
const CHANGES_START = '{"say":"changes","changes":';
/** Room for the rest of the text and for what the channel adds. */
const CHANGES_BYTES_MAX = NOTICE_BYTES_MAX - CHANGES_START.length - 32;

/**
 * The bus between processes on one database, over LISTEN and NOTIFY. Each process says to which datasources it
 * listens, so that what nobody looks at costs nothing; changes are gathered for 100 ms, as frames are.
 */
export class PostgresBus extends ProcessBus implements LiveBus {
  private readonly id = randomBytes(6).toString('base64url');
  private readonly interests = new Interests();
  private readonly pending = new PendingChanges();
  private readonly since = new Map<string, number>();
  private times = 0;
  private listening = false;
  private sending = false;
  private closed = false;
  /** What changed of our own interest and is not said yet. */
  private readonly begun = new Set<string>();
  private readonly ended = new Set<string>();
  private peers: Peers | undefined;
  private readonly restating = setInterval(() => this.restate(), RESTATE_MS).unref();
  private readonly stopListening: () => void;
  private readonly flushable = { flush: () => this.flush() };

  constructor(private readonly channel: Pick<PostgresChannel, 'notify' | 'onNotice'>) {
    super();
    this.stopListening = channel.onNotice(CHANNEL, {
      notice: (payload, isOwn) => {
        if (!isOwn) this.hear(JSON.parse(payload) as Said);
      },
      missed: () => this.beginAgain(),
    });
  }

  override publish(change: LiveChange): void {
    this.publishHere(change);
    if (this.interests.has(change.datasourceId)) this.publishThere(change);
  }

  override wanted(datasourceId: string): boolean {
    return super.wanted(datasourceId) || this.interests.has(datasourceId);
  }

  override hearingSince(datasourceId: string): number | undefined {
    return this.listening ? this.since.get(datasourceId) : undefined;
  }

  override join(peers: Peers): void {
    this.peers = peers;
  }

  override async close(): Promise<void> {
    clearInterval(this.restating);
    this.stopListening();
    this.flush();
    await this.say({ say: 'bye', from: this.id });
    this.closed = true;
  }

  protected override begin(datasourceId: string): void {
    this.since.set(datasourceId, ++this.times);
    this.ended.delete(datasourceId);
    this.begun.add(datasourceId);
    this.sayInterestSoon();
  }

  protected override end(datasourceId: string): void {
    this.since.delete(datasourceId);
    this.begun.delete(datasourceId);
    this.ended.add(datasourceId);
    this.sayInterestSoon();
  }

  /** Once for all that come and go in this turn of the event loop: a scene has many datasources. */
  private sayInterestSoon(): void {
    if (this.begun.size + this.ended.size > 1) return;
    setImmediate(() => {
      const [begun, ended] = [[...this.begun], [...this.ended]];
      this.begun.clear();
      this.ended.clear();
      if (begun.length > 0)
        void this.say({ say: 'listen', from: this.id, ids: begun, whole: false, again: true });
      if (ended.length > 0) void this.say({ say: 'leave', from: this.id, ids: ended });
    });
  }

  private restate(): void {
    this.interests.dropSilent(Date.now());
    this.sayWhole({ again: false });
  }

  private sayWhole({ again }: { again: boolean }): void {
    void this.say({ say: 'listen', from: this.id, ids: [...this.since.keys()], whole: true, again });
  }

  /** Listening begins, or begins again: whatever was known may be old. */
  private beginAgain(): void {
    this.listening = true;
    for (const id of this.since.keys()) this.since.set(id, ++this.times);
    void this.say({ say: 'hello' });
    this.sayWhole({ again: true });
    this.peers?.missed([...this.since.keys()]);
  }

  private hear(said: Said): void {
    if (said.say === 'changes') {
      for (const change of said.changes) {
        const news = this.peers ? this.peers.change(change) : change;
        if (news) this.publishHere(news);
      }
    } else if (said.say === 'listen') {
      const added = this.interests.want(said.from, said.ids, { whole: said.whole, now: Date.now() });
      for (const change of this.peers?.asked(said.again ? said.ids : added) ?? []) this.publishThere(change);
    } else if (said.say === 'leave') {
      this.interests.leave(said.from, said.ids);
    } else if (said.say === 'bye') {
      this.interests.drop(said.from);
    } else {
      this.sayWhole({ again: false });
    }
  }

  private publishThere(change: LiveChange): void {
    this.pending.add(change);
    flushSoon(this.flushable);
  }

  private flush(): void {
    // While the database is slow, what comes is gathered rather than queued.
    if (this.sending || this.closed || this.pending.isEmpty) return;
    this.sending = true;
    const packs = this.pending.take(CHANGES_BYTES_MAX);
    void Promise.all(packs.map((pack) => this.channel.notify(CHANNEL, `${CHANGES_START}${pack}}`))).then(
      () => {
        this.sending = false;
        if (!this.pending.isEmpty) flushSoon(this.flushable);
      },
    );
  }

  private async say(said: Said): Promise<void> {
    if (!this.closed) await this.channel.notify(CHANNEL, JSON.stringify(said));
  }
}
