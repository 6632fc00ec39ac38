'use client';

import { useTranslations } from 'next-intl';
import { DataKey } from '@/components/datasource/metrics/metric-name';
import { Value } from '@/components/datasource/value';
import { useMetrics } from '@/components/live/use-metrics';
import { useReading } from '@/components/live/use-reading';
import { Age } from '@/components/ui/age';
import type { MetricInfo } from '@/lib/live/protocol';

const SHOWN_MAX = 8;

/** The values that came, by data key. */
export function ArrivedValues({ datasourceId }: { datasourceId: string }) {
  const t = useTranslations('datasource.connect');
  const metrics = useMetrics(datasourceId);
  const more = metrics.length - SHOWN_MAX;
  return (
    <ul className="text-dense" aria-label={t('arrivedNext')}>
      {metrics.slice(0, SHOWN_MAX).map((metric) => (
        <ArrivedValue key={metric.id} metric={metric} />
      ))}
      {more > 0 ? (
        <li className="border-line border-t px-4 py-2 text-ink-3">{t('moreValues', { count: more })}</li>
      ) : null}
    </ul>
  );
}

function ArrivedValue({ metric }: { metric: MetricInfo }) {
  const reading = useReading(metric.datasourceId, metric.key);
  if (!reading) return null;
  return (
    <li className="flex items-center gap-3 border-line border-t px-4 py-2">
      <DataKey dataKey={metric.key} className="grow" />
      <Value value={reading.value} kind={metric.kind} unit={metric.unit} />
      <Age at={reading.time} className="num min-w-18 text-end text-ink-3 text-small" />
    </li>
  );
}
