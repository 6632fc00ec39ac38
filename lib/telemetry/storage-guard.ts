import { log } from '@/lib/log';
import { problem } from '@/lib/problem';
import { sharedOnce } from '@/lib/shared-state';
import { type DiskSpace, readDiskSpace } from './usage/disk-space';

/**
 * Refuses messages while the embedded database's disk is nearly full. A PostgreSQL that finds no room for its log stops
 * altogether, and can't start again until there is some: what is left belongs to it, and to whoever cleans up.
 */
const RESERVE_BYTES = 1e9;
/** Of a small disk. */
const RESERVE_SHARE = 0.05;
/** More than the reserve must be free again, so that it does not flutter. */
const ENOUGH_AGAIN = 1.2;
const CHECK_MS = 2_000;
const RETRY_AFTER_SECONDS = 30;

const guard = sharedOnce('storage-guard', () => ({ isFull: false }));

/** @throws Problem `storage_full` */
export function assertStorageLeft(): void {
  if (guard().isFull) throw storageFull();
}

export const storageFull = (cause?: unknown) =>
  problem('storage_full', { retryAfterSeconds: RETRY_AFTER_SECONDS, cause });

/** Is the disk full, as far as its free space tells? */
export function isNearlyFull({ freeBytes, totalBytes }: DiskSpace, wasFull: boolean): boolean {
  const reserve = Math.min(RESERVE_BYTES, totalBytes * RESERVE_SHARE);
  return freeBytes < (wasFull ? reserve * ENOUGH_AGAIN : reserve);
}

/** Looks at the disk every two seconds. A database elsewhere says itself when its disk is full. */
export async function startStorageGuard(): Promise<() => void> {
  const check = async () => {
    const space = await readDiskSpace();
    const state = guard();
    const isFull = space !== null && isNearlyFull(space, state.isFull);
    if (isFull !== state.isFull)
      log().warn(space, isFull ? 'the disk is nearly full: messages are refused' : 'the disk has room again');
    state.isFull = isFull;
  };
  await check();
  const timer = setInterval(() => void check(), CHECK_MS).unref();
  return () => clearInterval(timer);
}
