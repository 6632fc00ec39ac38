import { startLeasedJob } from '@/lib/leased-job';
import { log } from '@/lib/log';
import { countUsage } from '../usage/count-usage';
import { applyRetention } from './apply-retention';
import { prune } from './prune';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Counts what is stored, and drops what is not kept any longer: one process of all does it at a time. */
export function startRetention(firstAfterMs: number): { stop: () => Promise<void> } {
  const jobs = [
    startLeasedJob({
      name: 'count-usage',
      everyMs: 10 * MINUTE_MS,
      // Not together with packing.
      firstAfterMs: firstAfterMs + MINUTE_MS / 2,
      run: () => countUsage(Date.now()),
    }),
    startLeasedJob({
      name: 'retention',
      everyMs: HOUR_MS,
      firstAfterMs: firstAfterMs + 4 * MINUTE_MS,
      run: async (signal) => {
        // A cap counts what is there now.
        await countUsage(Date.now());
        const dropped = await applyRetention({ nowMs: Date.now(), signal });
        if (dropped === 0) return;
        log().info({ dropped }, 'dropped days that are not kept');
        await countUsage(Date.now());
      },
    }),
    startLeasedJob({
      name: 'prune',
      everyMs: 6 * HOUR_MS,
      firstAfterMs: firstAfterMs + 9 * MINUTE_MS,
      run: (signal) => prune(Date.now(), signal),
    }),
  ];
  return {
    stop: async () => {
      await Promise.all(jobs.map((job) => job.stop()));
    },
  };
}
