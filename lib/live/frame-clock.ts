import { randomBytes } from 'node:crypto';
import { shared } from '@/lib/shared-state';
import { endRound } from './frame-round';
import { FRAME_INTERVAL_MS } from './protocol';

/** Anything that gathers changes and sends them when told to. */
export type Flushable = { flush: () => void };

type Clock = {
  waiting: Set<Flushable>;
  flushedAt: number;
  scheduled: boolean;
  /** Numbers frames of all topics in one row: an event id says how much of every topic a reader has seen. */
  sequence: number;
  /** Tells the ids of this process from those of the one before it. */
  epoch: string;
};

const clock = () =>
  shared<Clock>('frame-clock', () => ({
    waiting: new Set(),
    flushedAt: Number.NEGATIVE_INFINITY,
    scheduled: false,
    sequence: 0,
    epoch: randomBytes(6).toString('base64url'),
  }));

/**
 * Flushes soon: at once after a quiet time, so that a lone reading is on the screen within milliseconds, and else
 * with everybody else every 100 ms.
 */
export function flushSoon(topic: Flushable): void {
  const state = clock();
  state.waiting.add(topic);
  if (state.scheduled) return;
  state.scheduled = true;
  const waitMs = state.flushedAt + FRAME_INTERVAL_MS - performance.now();
  // After this turn of the event loop: a group of messages that was committed together is one frame.
  if (waitMs <= 0) setImmediate(() => flushAll(state));
  else setTimeout(() => flushAll(state), waitMs);
}

function flushAll(state: Clock): void {
  state.scheduled = false;
  state.flushedAt = performance.now();
  const topics = [...state.waiting];
  state.waiting.clear();
  for (const topic of topics) topic.flush();
  endRound();
}

export const nextSequence = (): number => {
  const state = clock();
  state.sequence += 1;
  return state.sequence;
};

export const lastSequence = (): number => clock().sequence;

export const eventId = (sequence: number): string => `${clock().epoch}.${sequence}`;

/** The sequence of an event id that this process gave; undefined for any other. */
export function sequenceOf(id: string | undefined): number | undefined {
  const [epoch, sequence] = id?.split('.') ?? [];
  return epoch === clock().epoch && /^\d{1,15}$/.test(sequence ?? '') ? Number(sequence) : undefined;
}

/** One server-sent event, ready to be written to any number of streams. */
export function encodeEvent(event: string, sequence: number, data: unknown): Buffer {
  return Buffer.from(`id: ${eventId(sequence)}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}
