import { freshMemory } from '@/lib/telemetry/fresh-memory';
import { snapshotOf } from '@/lib/telemetry/snapshot';
import { datasourceTopic, type SentFrame } from './datasource-topic';
import { encodeEvent, lastSequence, sequenceOf } from './frame-clock';
import type { FrameReader } from './frame-round';
import type { End } from './protocol';

/** Where a stream's bytes go: a response of `node:http`, or a web stream. */
export type Sink = {
  write: (bytes: Buffer) => void;
  /** Bytes that were written and not yet taken by the network. */
  backlogBytes: () => number;
  /** Ends it; what was written is still delivered. */
  end: () => void;
  /** Breaks it off: the reader does not take what is written. */
  destroy: () => void;
};

/** More than this waiting, and the reader gets no frames until it has caught up, then a fresh snapshot. */
export const BACKLOG_BYTES_MAX = 65_536;
const STALLED_MS_MAX = 30_000;
const RETRY_MS_MIN = 1_000;

/**
 * One reader of live data. It is first told everything (a snapshot), then what changes (frames); one that comes
 * back within the topics' memory is told what it missed instead. A slow reader costs at most its bound.
 */
export class LiveStream implements FrameReader {
  /** How to let go of each datasource's topic. */
  private readonly topics = new Map<string, () => void>();
  /**
   * Since when frames are left out. All of them, not only those of one topic: the id of a later frame would say
   * that the reader has seen the earlier ones. Once it has caught up it is told everything again.
   */
  private stalledSince: number | undefined;
  private resyncing = false;
  private writtenAt = Date.now();
  inRound = 0;
  closed = false;

  constructor(private readonly sink: Sink) {}

  async open(datasourceIds: readonly string[], lastEventId: string | undefined): Promise<void> {
    // With chance, so that all readers of a restarted server do not come in the same second.
    this.write(Buffer.from(`retry: ${RETRY_MS_MIN + Math.floor(Math.random() * 2_000)}\n\n`));
    const missed = this.missedFrames(datasourceIds, sequenceOf(lastEventId));
    if (!missed) return this.tellWhole(datasourceIds);
    for (const id of datasourceIds) this.attach(id);
    for (const { bytes } of missed) this.write(bytes);
  }

  /** Takes on and lets go datasources, so that these remain. */
  async follow(datasourceIds: readonly string[]): Promise<void> {
    const wanted = new Set(datasourceIds);
    for (const [id, detach] of this.topics) {
      if (wanted.has(id)) continue;
      detach();
      this.topics.delete(id);
    }
    const added = datasourceIds.filter((id) => !this.topics.has(id));
    if (added.length > 0) await this.tellWhole(added);
  }

  takeFrame(bytes: Buffer): void {
    if (this.stalledSince === undefined && !this.isBackedUp()) this.write(bytes);
    else this.stalledSince ??= Date.now();
  }

  /** Called once a second: catches up, pings, gives up on a reader that does not read. */
  look(now: number, pingAfterMs: number): void {
    if (this.stalledSince !== undefined) {
      if (!this.isBackedUp()) void this.resync();
      else if (now - this.stalledSince > STALLED_MS_MAX) this.destroy();
    }
    if (now - this.writtenAt > pingAfterMs) this.write(Buffer.from(': ping\n\n'));
  }

  /** Says why, and ends. Whoever is gone is told nothing: a web stream that was cancelled can't be ended. */
  finish(reason: End): void {
    if (this.closed) return;
    this.write(encodeEvent('end', lastSequence(), reason));
    this.close();
    this.sink.end();
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    for (const detach of this.topics.values()) detach();
    this.topics.clear();
  }

  private destroy(): void {
    this.close();
    this.sink.destroy();
  }

  private isBackedUp(): boolean {
    return this.sink.backlogBytes() > BACKLOG_BYTES_MAX;
  }

  private write(bytes: Buffer): void {
    if (this.closed) return;
    this.writtenAt = Date.now();
    this.sink.write(bytes);
  }

  private attach(id: string): void {
    if (this.closed || this.topics.has(id)) return;
    this.topics.set(id, datasourceTopic(id).attach(this));
  }

  /** Sends a snapshot of these and listens from the same instant on, so that nothing falls between. */
  private async tellWhole(datasourceIds: readonly string[]): Promise<void> {
    // A topic listens before the memory is read: what arrives while others are still being loaded is in a frame.
    for (const id of datasourceIds) datasourceTopic(id);
    const memories = await Promise.all(datasourceIds.map((id) => freshMemory(id)));
    if (this.closed) return;
    for (const id of datasourceIds) this.attach(id);
    const known = memories.filter((memory) => memory !== undefined);
    // Told only of datasources that were added, a reader still lacks the frames that were left out.
    const told = new Set(datasourceIds);
    if ([...this.topics.keys()].every((id) => told.has(id))) this.stalledSince = undefined;
    this.write(encodeEvent('snapshot', lastSequence(), snapshotOf(known)));
  }

  private async resync(): Promise<void> {
    if (this.resyncing) return;
    this.resyncing = true;
    // A failure (the database away) leaves it behind: tried again by the next look.
    await this.tellWhole([...this.topics.keys()]).catch(() => {});
    this.resyncing = false;
  }

  /** Frames since the reader's last event, of all topics in their order; undefined: it must be told whole. */
  private missedFrames(ids: readonly string[], sequence: number | undefined): SentFrame[] | undefined {
    if (sequence === undefined) return undefined;
    const frames: SentFrame[] = [];
    for (const id of ids) {
      const missed = datasourceTopic(id).framesSince(sequence);
      if (!missed) return undefined;
      frames.push(...missed);
    }
    return frames.sort((a, b) => a.sequence - b.sequence);
  }
}
