'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useHistory } from '@/components/live/use-history';
import { useNow } from '@/components/ui/clock';
import type { Severity } from '@/lib/alert/schema';
import { formatMean, formatNumber } from '@/lib/widget/format-value';
import { useTimeText } from '../chart/use-time-text';
import { historySpan } from '../reading-facts';
import { HistoryPlot } from './history-plot';
import { rowsWithGaps, summarise } from './prepare-history';
import { ValueTable } from './value-table';

const POINTS = 480;
const ROWS_MAX = 200;

type Props = {
  datasourceId: string | null;
  dataKey: string;
  name: string;
  unit: string;
  limit?: number | undefined;
  severity?: Severity | undefined;
  windowMs: number;
  height: number;
  hasHeading?: boolean;
};

/** One metric: what it came to, its line with limit and range, and its exact values. */
export function HistorySection(props: Props) {
  const { datasourceId, dataKey, name, unit, limit, severity, windowMs, height, hasHeading = false } = props;
  const t = useTranslations('widget');
  const locale = useLocale();
  const time = useTimeText();
  const { points, status } = useHistory(datasourceId, dataKey, { windowMs, points: POINTS });
  const span = historySpan(useNow(), windowMs, POINTS);
  const within = points.filter((point) => point.time >= span.from);
  const summary = summarise(within);
  const exact = (value: number) => formatNumber(value, locale, null);
  const mean = (value: number) => formatMean(value, locale);
  const withUnit = (text: string) => `${text}${unit && ` ${unit}`}`;
  const newest = within.slice(-ROWS_MAX).reverse();
  const isBucketed = within.some((point) => point.count > 1);
  return (
    <section className="grid min-w-0 gap-2" aria-label={name}>
      {hasHeading ? <h3 className="font-semibold text-dense">{name}</h3> : null}
      {summary ? (
        <>
          <dl className="flex flex-wrap gap-x-6 gap-y-1 text-small">
            {(['latest', 'lowest', 'highest', 'mean'] as const).map((key) => (
              <div key={key} className="flex items-baseline gap-1.5">
                <dt className="text-ink-3">{t(`large.${key}`)}</dt>
                <dd className="num ltr font-semibold text-dense">
                  {withUnit(key === 'mean' ? mean(summary.mean) : exact(summary[key]))}
                </dd>
              </div>
            ))}
          </dl>
          <HistoryPlot
            rows={rowsWithGaps(within)}
            span={span}
            limit={limit}
            severity={severity}
            height={height}
            label={t('chart.summary', {
              title: name,
              count: within.length,
              latest: withUnit(exact(summary.latest)),
            })}
            textOf={(row) => ({
              value: withUnit(isBucketed ? mean(row.mean) : exact(row.mean)),
              low: withUnit(exact(row.low)),
              high: withUnit(exact(row.high)),
            })}
          />
          <ValueTable
            caption={t('large.table')}
            head={
              isBucketed
                ? [t('large.time'), t('large.mean'), t('large.lowest'), t('large.highest')]
                : [t('large.time'), t('large.value')]
            }
            rows={newest.map((point) => ({
              id: String(point.time),
              cells: isBucketed
                ? [time.moment(point.time), mean(point.mean), exact(point.min), exact(point.max)]
                : [time.moment(point.time), exact(point.last)],
            }))}
            note={
              within.length > newest.length
                ? t('large.rowsShown', { shown: newest.length, total: within.length })
                : undefined
            }
          />
        </>
      ) : (
        <p className="grid place-items-center text-ink-3" style={{ height }}>
          {t(status === 'loading' ? 'chart.loading' : status === 'failed' ? 'chart.failed' : 'chart.empty')}
        </p>
      )}
    </section>
  );
}
