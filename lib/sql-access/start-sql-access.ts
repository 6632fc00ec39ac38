import { startLeasedJob } from '@/lib/leased-job';
import { log } from '@/lib/log';
import { endLongReaders } from './end-long-readers';
import { refreshSqlViews } from './refresh-sql-views';

const MINUTE_MS = 60_000;

/** Makes views of older versions anew, then looks once a minute after those who read for too long. */
export async function startSqlAccess(): Promise<{ stop: () => Promise<void> }> {
  await refreshSqlViews();
  return startLeasedJob({
    name: 'sql-readers',
    everyMs: MINUTE_MS,
    firstAfterMs: MINUTE_MS,
    run: async () => {
      const ended = await endLongReaders();
      if (ended > 0) log().warn({ ended }, 'cut off readers by SQL whose transactions were too long');
    },
  });
}
