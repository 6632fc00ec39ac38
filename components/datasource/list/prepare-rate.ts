import type { SparklinePoint } from '@/components/ui/prepare-sparkline';

const MINUTE_MS = 60_000;
/** A rate that never changes belongs in the upper middle of its box, not on its edge. */
const HEADROOM = 1.6;

export type Rate = {
  points: SparklinePoint[];
  from: number;
  to: number;
  gapMsMin: number;
  min: number;
  max: number;
};

/**
 * Counts per minute as the points of a sparkline. The running minute is left out, for it would always look
 * like a drop, unless the one before was silent: then it shows that something comes again. A minute without readings is a gap, not a zero.
 * @param gapSeconds what counts as usual silence of this source
 */
export function prepareRate(minutes: readonly number[], gapSeconds: number): Rate {
  const complete = minutes.slice(0, -1);
  const shown = complete.at(-1) ? complete : minutes;
  const points = shown.flatMap((count, index) =>
    count > 0 ? [{ time: index * MINUTE_MS, value: count }] : [],
  );
  return {
    points,
    from: 0,
    to: Math.max(1, shown.length - 1) * MINUTE_MS,
    gapMsMin: Math.max(2 * MINUTE_MS, gapSeconds * 1000 + MINUTE_MS),
    min: 0,
    max: Math.max(1, ...shown) * HEADROOM,
  };
}
