import type { MetricDetail } from '@/lib/datasource/metric-schema';
import type { MetricInfo } from '@/lib/live/protocol';
import { matchesWords } from '@/lib/match-words';
import { keySteps } from '@/lib/telemetry/key-steps';

export type MetricRow = MetricInfo & Pick<MetricDetail, 'mismatches' | 'lastMismatch' | 'latest'>;

/**
 * One row per metric, from what the server listed and what the stream told since. The stream knows names and
 * kinds best; counts come from the list. Metrics that are new stand at the end, where they move nothing.
 */
export function prepareMetrics(
  datasourceId: string,
  listed: readonly MetricDetail[],
  live: readonly MetricInfo[],
): MetricRow[] {
  const liveById = new Map(live.map((metric) => [metric.id, metric]));
  const known = new Set(listed.map((metric) => metric.id));
  return [
    ...listed.map((metric) => ({ datasourceId, ...metric, ...liveById.get(metric.id) })),
    ...live
      .filter((metric) => !known.has(metric.id))
      .toSorted((a, b) => a.id - b.id)
      .map((metric) => ({ ...metric, mismatches: 0, lastMismatch: null, latest: null })),
  ];
}

/** What it is called: its name, else the last step of its data key. */
export const metricName = ({ displayName, key }: Pick<MetricInfo, 'displayName' | 'key'>): string =>
  displayName ?? keySteps(key).at(-1) ?? key;

export function matchesMetric(metric: MetricRow, search: string): boolean {
  return matchesWords(`${metric.displayName ?? ''} ${metric.key} ${metric.unit ?? ''}`, search);
}
