import type { DatasourceState } from '@/lib/live/protocol';

/** How a datasource is doing, by the age of its last message and what was refused since. */
export const DATASOURCE_STATUSES = ['live', 'stale', 'never', 'error'] as const;
export type DatasourceStatus = (typeof DATASOURCE_STATUSES)[number];

/** Stale after this long at least, however often a datasource sends. */
export const STALE_AFTER_MS_MIN = 60_000;
const USUAL_GAPS_TILL_STALE = 10;

/**
 * A refusal this much younger than the last good message is an error. Of two senders, one good and one bad,
 * neither shall make the status flicker: as long as good messages arrive the datasource is live.
 */
const REFUSED_FOR_MS_MIN = 5_000;

export function datasourceStatus(
  given: Pick<DatasourceState, 'lastMessageAt' | 'staleAfterMs' | 'lastRefusal'> & { now: number },
): DatasourceStatus {
  const { lastMessageAt, lastRefusal, staleAfterMs, now } = given;
  if (lastMessageAt === null) return lastRefusal ? 'error' : 'never';
  if (lastRefusal && lastRefusal.at - lastMessageAt > REFUSED_FOR_MS_MIN) return 'error';
  return now - lastMessageAt > staleAfterMs ? 'stale' : 'live';
}

/** When a datasource counts as stale: as its owner set it, else ten times its usual gap, at least 60 s. */
export function staleAfterMs(setSeconds: number | null, usualGapMs: number | null): number {
  if (setSeconds !== null) return setSeconds * 1000;
  return Math.max(STALE_AFTER_MS_MIN, Math.round((usualGapMs ?? 0) * USUAL_GAPS_TILL_STALE));
}

/**
 * The usual time between two messages, from the minutes in which some arrived; null when too few did.
 * By medians, so that a night off does not count.
 * @param minutes counts per minute, in any order; minutes without messages may be left out
 */
export function usualGapMs(minutes: readonly { minute: number; messages: number }[]): number | null {
  const busy = minutes.filter((entry) => entry.messages > 0).sort((a, b) => a.minute - b.minute);
  const gaps = busy.slice(1).map((entry, i) => entry.minute - (busy[i]?.minute ?? entry.minute));
  const gap = median(gaps);
  const perMinute = median(busy.map((entry) => entry.messages));
  return gap === undefined || perMinute === undefined ? null : gap / perMinute;
}

function median(values: number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
