import type { DiskSpace } from './disk-space';
import { daysUntil, type Forecast } from './forecast';
import type { StorageNotice } from './schema';

const DAY_MS = 86_400_000;
/** How long before something happens it is announced. */
const ANNOUNCED_DAYS = 7;
/** The database also needs room to work. */
const FREE_BYTES_MIN = 500e6;

export type StorageOutlook = {
  bytes: number;
  storageBytesMax: number | null;
  disk: DiskSpace | null;
  forecasts: readonly Forecast[];
  nowMs: number;
};

/** When the cap will be reached; null: not within a year, or there is none. */
export function capReachedAt({ storageBytesMax, forecasts, nowMs }: StorageOutlook): Date | null {
  if (storageBytesMax === null) return null;
  const days = daysUntil(forecasts, storageBytesMax);
  return days === undefined ? null : new Date(nowMs + days * DAY_MS);
}

export function noticesOf(outlook: StorageOutlook): StorageNotice[] {
  const { bytes, storageBytesMax, disk, forecasts, nowMs } = outlook;
  const soonMs = nowMs + ANNOUNCED_DAYS * DAY_MS;
  const notices: StorageNotice[] = [];
  const cap = capReachedAt(outlook);
  if (storageBytesMax !== null && cap && cap.getTime() <= soonMs) {
    const isReached = cap.getTime() <= nowMs;
    notices.push({
      kind: isReached ? 'cap_reached' : 'cap_near',
      at: isReached ? null : cap.toISOString(),
      bytes,
      bytesMax: storageBytesMax,
    });
  }
  if (!disk) return notices;
  const room = disk.freeBytes - FREE_BYTES_MIN;
  const fullIn = room <= 0 ? 0 : daysUntil(forecasts, bytes + room);
  if (fullIn !== undefined && fullIn <= ANNOUNCED_DAYS) {
    notices.push({
      kind: 'disk_low',
      at: fullIn === 0 ? null : new Date(nowMs + fullIn * DAY_MS).toISOString(),
      bytes: disk.totalBytes - disk.freeBytes,
      bytesMax: disk.totalBytes,
    });
  }
  return notices;
}
