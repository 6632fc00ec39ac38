'use client';

import { useTranslations } from 'next-intl';
import { useHistory } from '@/components/live/use-history';
import { useNow } from '@/components/ui/clock';
import { formatMean, formatNumber } from '@/lib/widget/format-value';
import { CardFoot } from '../card-foot';
import { ChartFigure } from '../chart/chart-figure';
import { historyPoints } from '../chart/history-points';
import { useTimeText } from '../chart/use-time-text';
import { historySpan, limitOf, unitOf } from '../reading-facts';
import { chartSize } from './chart-size';
import { CompactValue } from './compact-value';
import type { LookProps } from './look-props';

const POINTS = 120;

/** History of a numeric data key over the widget's window. */
export function HistoryChart({
  widget,
  state,
  severity,
  inset,
  datasourceId,
  locale,
}: LookProps<'line_chart'>) {
  const t = useTranslations('widget');
  const windowMs = widget.windowSeconds * 1000;
  const { points, status } = useHistory(datasourceId, widget.dataKey, { windowMs, points: POINTS });
  const span = historySpan(useNow(), windowMs, POINTS);
  const time = useTimeText();
  const [reading] = state.values;
  const unit = unitOf(widget.unit, reading);
  const withUnit = (text: string) => `${text}${unit && ` ${unit}`}`;
  const exact = (value: number) => withUnit(formatNumber(value, locale, null));
  const shown = historyPoints(points, span);
  const latest =
    typeof reading?.value === 'number' ? withUnit(formatNumber(reading.value, locale, widget.decimals)) : '–';
  return (
    <>
      <CompactValue text={latest} severity={severity} />
      {shown.length > 0 ? (
        <ChartFigure
          {...chartSize(widget.size, inset)}
          kind="line"
          points={shown}
          time={{ ...span, ticks: time.ticks(span.from, span.to, 4) }}
          limit={limitOf(widget)}
          severity={severity}
          tone={widget.tone}
          old={state.old}
          formatTick={(value) => formatNumber(value, locale, null)}
          textOf={(index) => {
            const point = shown[index];
            if (!point) return { label: '', value: '' };
            return {
              label: time.momentWithin(point.at, windowMs),
              // Of several readings the mean, of a single one its value.
              value:
                point.low === point.high ? exact(point.value) : withUnit(formatMean(point.value, locale)),
              ...(point.low === point.high
                ? {}
                : { note: t('chart.range', { low: exact(point.low), high: exact(point.high) }) }),
            };
          }}
          summary={t('chart.summary', {
            title: t('chart.history', { title: widget.title }),
            count: shown.length,
            latest,
          })}
        />
      ) : (
        <p className="grid h-16 group-data-[step=compact]/card:hidden place-items-center text-center text-ink-3 text-micro">
          {t(status === 'loading' ? 'chart.loading' : status === 'failed' ? 'chart.failed' : 'chart.empty')}
        </p>
      )}
      <CardFoot
        widget={widget}
        state={state}
        locale={locale}
        unit={unit}
        after={t('foot.latest', { value: latest })}
      />
    </>
  );
}
