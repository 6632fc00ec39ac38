import { shared } from '@/lib/shared-state';
import { type LiveChange, liveBus } from './bus';
import { encodeEvent, flushSoon, nextSequence } from './frame-clock';
import { addFrame, type FrameReader } from './frame-round';
import type { Frame, MetricInfo, Update } from './protocol';

/** Frames that a reader may still ask for after it lost its connection. */
const RING_FRAMES_MAX = 300;
const RING_BYTES_MAX = 1_000_000;
/** A topic that nobody reads lives on for this long, so that a reader who comes back has missed nothing. */
const LINGER_MS = 40_000;

export type SentFrame = { sequence: number; bytes: Buffer };

/** One datasource's changes, gathered into frames. */
export type DatasourceTopic = {
  attach: (reader: FrameReader) => () => void;
  /** Frames after a sequence number; undefined when some of them are gone. */
  framesSince: (sequence: number) => SentFrame[] | undefined;
};

const topics = () => shared('live-topics', () => new Map<string, DatasourceTopic>());

/** The datasource's topic; it begins to listen when first asked for. */
export function datasourceTopic(datasourceId: string): DatasourceTopic {
  const known = topics().get(datasourceId);
  if (known) return known;
  const made = createTopic(datasourceId, () => topics().delete(datasourceId));
  topics().set(datasourceId, made);
  return made;
}

function createTopic(datasourceId: string, onEnd: () => void): DatasourceTopic {
  const readers = new Set<FrameReader>();
  const ring: SentFrame[] = [];
  let ringBytes = 0;
  // A number of its own: whoever has seen all frames so far may still have missed what came while nobody listened.
  let lostTill = nextSequence();
  let pending: Omit<Frame, 'now' | 's' | 'm' | 'u'> = {};
  const metrics = new Map<number, MetricInfo>();
  const updates = new Map<number, Update>();
  let lingering: ReturnType<typeof setTimeout> | undefined;

  const remember = (sequence: number, bytes: Buffer) => {
    ring.push({ sequence, bytes });
    ringBytes += bytes.length;
    while (ring.length > RING_FRAMES_MAX || ringBytes > RING_BYTES_MAX) {
      const lost = ring.shift();
      if (!lost) break;
      ringBytes -= lost.bytes.length;
      lostTill = lost.sequence;
    }
  };

  const flush = () => {
    const frame: Frame = {
      now: Date.now(),
      s: datasourceId,
      ...pending,
      ...(metrics.size > 0 ? { m: [...metrics.values()] } : {}),
      ...(updates.size > 0 ? { u: [...updates.values()] } : {}),
    };
    pending = {};
    metrics.clear();
    updates.clear();
    const sequence = nextSequence();
    const bytes = encodeEvent('frame', sequence, frame);
    remember(sequence, bytes);
    addFrame(bytes, readers);
  };
  const flushable = { flush };

  const forget = (ids: readonly number[]) => {
    pending.x = [...(pending.x ?? []), ...ids];
    for (const id of ids) updates.delete(id);
  };

  const take = (change: LiveChange) => {
    if (change.arrivedAt !== undefined) pending.a = change.arrivedAt;
    if (change.state) pending.d = change.state;
    if (change.forgotten) forget(change.forgotten);
    for (const metric of change.metrics ?? []) metrics.set(metric.id, metric);
    for (const update of change.updates ?? []) updates.set(update[0], update);
    flushSoon(flushable);
  };
  const unsubscribe = liveBus().subscribe(datasourceId, take);

  const linger = () => {
    clearTimeout(lingering);
    lingering = setTimeout(() => {
      unsubscribe();
      onEnd();
    }, LINGER_MS).unref();
  };

  linger(); // until somebody attaches
  return {
    attach: (reader) => {
      clearTimeout(lingering);
      readers.add(reader);
      return () => {
        readers.delete(reader);
        if (readers.size === 0) linger();
      };
    },
    framesSince: (sequence) =>
      sequence < lostTill ? undefined : ring.filter((frame) => frame.sequence > sequence),
  };
}
