import { log } from '@/lib/log';
import { sweepBlobs } from './sweep-blobs';

/** Not at once: a start has better things to do. */
const FIRST_AFTER_MS = 60_000;
const EVERY_MS = 6 * 3_600_000;

/** Sweeps blob storage now and then. Several processes may do so at once: each blob is deleted under its lock. */
export function startSweeping(): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  let sweeping: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;

  const sweep = async () => {
    try {
      const swept = await sweepBlobs(new Date(), stopping.signal);
      if (swept.staged + swept.deleted > 0) log().info(swept, 'swept blobs that nobody keeps');
    } catch (error) {
      log().warn({ err: error }, 'blobs could not be swept'); // the next round tries again
    }
    if (!stopping.signal.aborted) plan(EVERY_MS);
  };
  const plan = (delayMs: number) => {
    timer = setTimeout(() => {
      sweeping = sweep();
    }, delayMs).unref();
  };
  plan(FIRST_AFTER_MS);

  return {
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await sweeping;
    },
  };
}
