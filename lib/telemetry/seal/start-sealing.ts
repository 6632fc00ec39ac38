import { env } from '@/lib/env';
import { startLeasedJob } from '@/lib/leased-job';
import { log } from '@/lib/log';
import { sealDays, sealLateMessages } from './run-sealing';

const MINUTE_MS = 60_000;

/** Packs days that are over, and what comes late for them: one process of all does it at a time. */
export function startSealing(firstAfterMs: number): { stop: () => Promise<void> } {
  const run = (signal: AbortSignal) => ({
    nowMs: Date.now(),
    sealAfterHours: env().SEAL_AFTER_HOURS,
    signal,
  });
  const jobs = [
    startLeasedJob({
      name: 'seal-days',
      everyMs: MINUTE_MS,
      firstAfterMs,
      run: async (signal) => {
        const outcome = await sealDays(run(signal));
        if (outcome.moved + outcome.sealed + outcome.heldUp > 0)
          log().info(outcome, 'packed days that are over');
      },
    }),
    startLeasedJob({
      name: 'seal-late-messages',
      everyMs: 5 * MINUTE_MS,
      firstAfterMs: firstAfterMs + MINUTE_MS,
      run: async (signal) => {
        const packed = await sealLateMessages(run(signal));
        if (packed > 0) log().debug({ packed }, 'packed late messages');
      },
    }),
  ];
  return {
    stop: async () => {
      await Promise.all(jobs.map((job) => job.stop()));
    },
  };
}
