import { dayOf } from '../times';
import { dropDay, moveDay } from './move-day';
import { nextDatasource, sealDatasource } from './seal-day';
import { findLate, sealLate } from './seal-late';
import { findPartitions, findSealing } from './sealed-days';

const HOUR_MS = 3_600_000;

/** Days before this one are over for so long that they are packed. */
export const sealedBefore = (nowMs: number, sealAfterHours: number): number =>
  dayOf((nowMs - sealAfterHours * HOUR_MS) * 1000);

export type SealRun = { nowMs: number; sealAfterHours: number; signal: AbortSignal };
export type SealOutcome = { moved: number; sealed: number; heldUp: number };

/** Packs the days that are over. What is interrupted goes on with the next run where it stopped. */
export async function sealDays({ nowMs, sealAfterHours, signal }: SealRun): Promise<SealOutcome> {
  const before = sealedBefore(nowMs, sealAfterHours);
  const outcome: SealOutcome = { moved: 0, sealed: 0, heldUp: 0 };
  for (const day of await findPartitions()) {
    if (day >= before || signal.aborted) break;
    if (await moveDay(day)) outcome.moved += 1;
    else outcome.heldUp += 1;
  }
  for (const day of await findSealing()) {
    for (;;) {
      if (signal.aborted) return outcome;
      const datasource = await nextDatasource(day);
      if (datasource === undefined) break;
      await sealDatasource(day, datasource, { nowMs, signal });
    }
    if (await dropDay(day)) outcome.sealed += 1;
    else outcome.heldUp += 1;
  }
  return outcome;
}

/** Packs what came late for days that are packed already, or that never had a partition. Answers how often. */
export async function sealLateMessages({ nowMs, sealAfterHours, signal }: SealRun): Promise<number> {
  let packed = 0;
  for (const late of await findLate(sealedBefore(nowMs, sealAfterHours))) {
    for (let more = true; more && !signal.aborted; packed++) more = await sealLate(late, nowMs);
  }
  return packed;
}
