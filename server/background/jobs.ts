import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import { closeDatabase } from '@/lib/database';
import { log } from '@/lib/log';
import { startRetention } from '@/lib/telemetry/retention/start-retention';
import { startSealing } from '@/lib/telemetry/seal/start-sealing';

export type JobsData = {
  /** When the first of them begins. */
  firstAfterMs: number;
};

/**
 * Packing, counting and dropping of what is stored, until the parent says that it is over. They speak with nothing but the
 * database: whatever the rest of the process must know of it is found there.
 */
export async function runJobs(parent: MessagePort, { firstAfterMs }: JobsData): Promise<void> {
  const over = once(parent, 'message');
  log().debug('background jobs are planned');
  const jobs = [startSealing(firstAfterMs), startRetention(firstAfterMs)];
  await over;
  await Promise.all(jobs.map((job) => job.stop()));
  await closeDatabase();
  parent.close();
}
