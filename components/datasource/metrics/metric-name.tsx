import { cn } from '@/components/ui/class-names';
import { MiddleText } from '@/components/ui/middle-text';
import type { MetricInfo } from '@/lib/live/protocol';
import { metricName } from './prepare-metrics';

type Props = { metric: Pick<MetricInfo, 'displayName' | 'key'>; className?: string };

/** Of a series, what stands before its tags. */
const BEFORE_TAGS = /^(?:\\.|[^\\{])+/;

/**
 * What a metric is called, on one line: a name in any script, else a part of its data key, which runs from the left. The
 * tags of a series are left to the data key that stands beside it.
 */
export function MetricName({ metric, className }: Props) {
  const name = metricName(metric);
  return (
    <bdi className={cn('block min-w-0', className)}>
      <MiddleText
        text={metric.displayName ?? BEFORE_TAGS.exec(name)?.[0] ?? name}
        title={name}
        className={metric.displayName === null ? 'ltr rtl:justify-end' : undefined}
      />
    </bdi>
  );
}

/** A data key on one line. */
export function DataKey({ dataKey, className }: { dataKey: string; className?: string }) {
  return <MiddleText text={dataKey} className={cn('ltr font-mono text-small rtl:justify-end', className)} />;
}
