'use client';

import { useCallback, useEffect, useState } from 'react';
import { useRefreshed } from '@/components/datasource/use-refreshed';
import { useDatasourceState } from '@/components/live/use-datasource-state';
import { useMetrics } from '@/components/live/use-metrics';
import { apiKeyListSchema } from '@/lib/api-key/schema';
import { exampleSchemaSchema } from '@/lib/datasource/example/schema';
import { type MetricDetail, metricListSchema } from '@/lib/datasource/metric-schema';
import { refusalListSchema } from '@/lib/datasource/refusal-schema';
import { datasourceDetailSchema } from '@/lib/datasource/schema';
import type { DetailProps } from './detail-page';

/** What the process remembers reaches the database with the next flush, a moment after the stream told of it. */
const WRITTEN_AFTER_MS = 1_500;

/** Everything the page shows beside live readings, kept up to date. */
export function useDetail(initial: DetailProps) {
  const path = `/api/v1/datasources/${initial.datasource.id}`;
  const detail = useRefreshed(path, datasourceDetailSchema, initial.datasource);
  const metrics = useRefreshed(`${path}/metrics`, metricListSchema, { metrics: [...initial.metrics] });
  const refusals = useRefreshed(`${path}/refusals`, refusalListSchema, { refusals: [...initial.refusals] });
  const keys = useRefreshed(
    `${path}/keys`,
    apiKeyListSchema,
    initial.keys ?? { keys: [], wider: 0 },
    () => initial.keys !== null,
  );
  // One that is made of the latest values would tremble under the eyes of who reads it.
  const example = useRefreshed(
    `${path}/example`,
    exampleSchemaSchema,
    initial.example,
    ({ from }) => from !== 'metrics',
  );

  // The stream forgets a refusal with the next good message; the list must have it nevertheless.
  const toldOf = useDatasourceState(initial.datasource.id)?.lastRefusal?.at;
  const [refusedAt, setRefusedAt] = useState(toldOf);
  if (toldOf !== undefined && toldOf !== refusedAt) setRefusedAt(toldOf);
  const { refresh: refreshRefusals } = refusals;
  useEffect(() => {
    if (refusedAt === undefined) return;
    void refreshRefusals();
    const timer = setTimeout(() => void refreshRefusals(), WRITTEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [refusedAt, refreshRefusals]);

  // The first readings make an example of their own; what they were is written a moment after the stream told of them.
  const hasMetrics = useMetrics(initial.datasource.id).length > 0;
  const isSample = example.value.from === 'sample';
  const { refresh: refreshExample } = example;
  useEffect(() => {
    if (!hasMetrics || !isSample) return;
    const timer = setTimeout(() => void refreshExample(), WRITTEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [hasMetrics, isSample, refreshExample]);

  const { setValue: setMetrics } = metrics;
  const changeMetric = useCallback(
    (changed: MetricDetail) =>
      setMetrics(({ metrics: list }) => ({
        metrics: list.some((metric) => metric.id === changed.id)
          ? list.map((metric) => (metric.id === changed.id ? changed : metric))
          : [...list, changed],
      })),
    [setMetrics],
  );
  return {
    datasource: detail.value,
    setDatasource: detail.setValue,
    metrics: metrics.value.metrics,
    changeMetric,
    refusals: refusals.value.refusals,
    keys: initial.keys && keys.value,
    refreshKeys: keys.refresh,
    example: example.value,
  };
}
