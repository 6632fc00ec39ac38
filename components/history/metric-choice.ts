import type { MetricDetail } from '@/lib/datasource/metric-schema';

export type HistoryMetric = Pick<MetricDetail, 'id' | 'key' | 'kind' | 'displayName' | 'unit'>;

/** Compared at most; more lanes than this are no picture any more. */
export const COMPARED_MAX = 4;

/** The metrics that an address names (`m`, once or several times); the first one when it names none that exist. */
export function chosenMetrics(
  metrics: readonly HistoryMetric[],
  asked: string | readonly string[] | undefined,
): readonly HistoryMetric[] {
  const keys = typeof asked === 'string' ? [asked] : (asked ?? []);
  const found = [...new Set(keys)].flatMap((key) => metrics.find((metric) => metric.key === key) ?? []);
  if (found.length > 0) return found.slice(0, COMPARED_MAX);
  const first = metrics.find(({ kind }) => kind === 'number') ?? metrics[0];
  return first ? [first] : [];
}

/** Puts the choice into the address, for whoever is given it. */
export function storeChoice(chosen: readonly HistoryMetric[]): void {
  const url = new URL(window.location.href);
  url.searchParams.delete('m');
  for (const { key } of chosen) url.searchParams.append('m', key);
  window.history.replaceState(null, '', url);
}
