import os from 'node:os';
import { problem } from '@/lib/problem';
import { shared } from '@/lib/shared-state';

/** One check may take a processor and 1.5 GB: a few at a time, however many people upload. */
const RUNNING_MAX = Math.max(1, Math.floor(os.availableParallelism() / 2));
/** Each that waits holds its file on the disk. */
const WAITING_MAX = 20;

type Queue = { running: number; waiting: (() => void)[] };
const queue = (): Queue => shared('model-check-queue', () => ({ running: 0, waiting: [] }));

/**
 * Runs a task when it is its turn.
 *
 * @throws `too_many_requests` when too many wait already; the signal's reason when it is cancelled before its turn.
 */
export async function inCheckQueue<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  await turn(queue(), signal);
  try {
    return await task();
  } finally {
    const { waiting } = queue();
    const next = waiting.shift();
    // The place is handed over, so that nobody slips in between.
    if (next) next();
    else queue().running -= 1;
  }
}

function turn(all: Queue, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  if (all.running < RUNNING_MAX) {
    all.running += 1;
    return Promise.resolve();
  }
  if (all.waiting.length >= WAITING_MAX) {
    throw problem('too_many_requests', {
      detail: 'Too many models are being checked at the moment.',
      retryAfterSeconds: 30,
    });
  }
  return new Promise((resolve, reject) => {
    const start = () => {
      signal?.removeEventListener('abort', leave);
      resolve();
    };
    const leave = () => {
      all.waiting.splice(all.waiting.indexOf(start), 1);
      reject(signal?.reason);
    };
    all.waiting.push(start);
    signal?.addEventListener('abort', leave, { once: true });
  });
}
