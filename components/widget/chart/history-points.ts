import type { HistoryPoint } from '@/lib/live/history-window';

export type HistoryChartPoint = { label: string; value: number; at: number; low: number; high: number };

/** Points of a history for a chart: the mean of each bucket with its range, but the newest value as it is. */
export function historyPoints(
  points: readonly HistoryPoint[],
  span: { from: number; to: number },
): HistoryChartPoint[] {
  const within = points.filter(({ time }) => time >= span.from && time <= span.to);
  return within.map(({ time, mean, last, min, max }, i) => ({
    label: '',
    value: i === within.length - 1 ? last : mean,
    at: time,
    low: min,
    high: max,
  }));
}
