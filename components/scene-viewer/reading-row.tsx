'use client';

import { useLocale } from 'next-intl';
import { useDatasourceState } from '@/components/live/use-datasource-state';
import { useReading } from '@/components/live/use-reading';
import { Age } from '@/components/ui/age';
import { cn } from '@/components/ui/class-names';
import { SeverityMark } from '@/components/ui/status-mark';
import type { Severity } from '@/lib/alert/schema';
import type { MetricInfo } from '@/lib/live/protocol';
import { formatValue } from '@/lib/widget/format-value';

type Props = { metric: MetricInfo; severity: Severity | undefined };

/** Name, value with unit, age. Old values are hatched, alarmed ones red or amber with their mark. */
export function ReadingRow({ metric, severity }: Props) {
  const locale = useLocale();
  const reading = useReading(metric.datasourceId, metric.key);
  const datasource = useDatasourceState(metric.datasourceId);
  return (
    <tr data-metric={metric.key} className="border-line border-t">
      <th scope="row" className="max-w-0 py-1.5 pe-2 text-start font-normal">
        <span className="flex items-center gap-1.5">
          {severity ? (
            <SeverityMark severity={severity === 'know' ? 'inform' : severity} className="-ms-0.5" />
          ) : null}
          <bdi className="truncate" title={metric.key}>
            {metric.displayName ?? metric.key}
          </bdi>
        </span>
      </th>
      <td className="whitespace-nowrap py-1.5 text-end">
        <span
          className={cn(
            'num font-semibold',
            severity === 'act' && 'text-act-text',
            severity === 'look' && 'text-look-text',
          )}
        >
          {reading ? formatValue(reading.value, locale, null) : '–'}
        </span>
        {metric.unit ? <span className="text-ink-2"> {metric.unit}</span> : null}
      </td>
      <td className="w-16 whitespace-nowrap py-1.5 ps-2 text-end text-ink-2 text-small">
        <Age
          at={reading?.time ?? null}
          form="short"
          {...(datasource ? { oldAfterMs: datasource.staleAfterMs } : {})}
        />
      </td>
    </tr>
  );
}
