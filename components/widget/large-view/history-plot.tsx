'use client';

import { useLocale, useTranslations } from 'next-intl';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatNumber } from '@/lib/widget/format-value';
import { useTimeText } from '../chart/use-time-text';
import { AXIS, CURSOR, GRID, INK, LIMIT, MARGIN } from './plot-style';
import { PlotTooltip } from './plot-tooltip';
import type { DrawnRow } from './prepare-history';

type Props = {
  rows: readonly DrawnRow[];
  span: { from: number; to: number };
  limit: number | undefined;
  height: number;
  label: string;
  withUnit: (value: number) => string;
};

/** A line of means over time, with the range of each bucket behind it and the limit of the alert. */
export function HistoryPlot({ rows, span, limit, height, label, withUnit }: Props) {
  const t = useTranslations('widget.chart');
  const locale = useLocale();
  const time = useTimeText();
  return (
    <div role="img" aria-label={label} className="ltr min-w-0">
      <ResponsiveContainer width="100%" height={height}>
        <ComposedChart data={[...rows]} margin={MARGIN} accessibilityLayer={false}>
          <CartesianGrid {...GRID} />
          <XAxis
            {...AXIS}
            dataKey="at"
            type="number"
            domain={[span.from, span.to]}
            ticks={time.ticks(span.from, span.to, 8).map(({ at }) => at)}
            tickFormatter={(at: number) => time.tick(at, span.to - span.from)}
          />
          <YAxis
            {...AXIS}
            axisLine={false}
            width={52}
            domain={[
              (low: number) => Math.min(low, limit ?? low),
              (high: number) => Math.max(high, limit ?? high),
            ]}
            tickFormatter={(value: number) => formatNumber(Number(value.toPrecision(4)), locale, null)}
          />
          <Tooltip
            cursor={CURSOR}
            isAnimationActive={false}
            content={({ active, payload }) => {
              const row = payload?.[0]?.payload as DrawnRow | undefined;
              if (!active || !row || row.mean === null || row.range === null) return null;
              const [low, high] = row.range;
              const note =
                low === high ? {} : { note: t('range', { low: withUnit(low), high: withUnit(high) }) };
              return <PlotTooltip label={time.moment(row.at)} value={withUnit(row.mean)} {...note} />;
            }}
          />
          {limit === undefined ? null : <ReferenceLine y={limit} {...LIMIT} ifOverflow="extendDomain" />}
          <Area
            dataKey="range"
            stroke="none"
            fill={INK}
            fillOpacity={0.12}
            isAnimationActive={false}
            activeDot={false}
          />
          <Line dataKey="mean" stroke={INK} strokeWidth={1.5} dot={false} isAnimationActive={false} />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
