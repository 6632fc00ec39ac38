'use client';

import { useLocale, useTranslations } from 'next-intl';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  type DotItemDotProps,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { Severity } from '@/lib/alert/schema';
import { formatNumber } from '@/lib/widget/format-value';
import { niceScale } from '../chart/nice-scale';
import { useTimeText } from '../chart/use-time-text';
import { AXIS, CURSOR, GRID, LIMIT, lineColor, MARGIN } from './plot-style';
import { PlotTooltip } from './plot-tooltip';
import type { DrawnRow } from './prepare-history';

type Props = {
  rows: readonly DrawnRow[];
  span: { from: number; to: number };
  limit: number | undefined;
  severity: Severity | undefined;
  height: number;
  label: string;
  /** Exact values for the tooltip. */
  textOf: (row: { mean: number; low: number; high: number }) => { value: string; low: string; high: string };
};

/** A line of means over time, with the range of each bucket behind it and the limit of the alert. */
export function HistoryPlot({ rows, span, limit, severity, height, label, textOf }: Props) {
  const t = useTranslations('widget.chart');
  const locale = useLocale();
  const time = useTimeText();
  const color = lineColor(severity);
  const drawn = [...rows.flatMap(({ range }) => range ?? []), ...(limit === undefined ? [] : [limit])];
  const scale = niceScale(Math.min(...drawn), Math.max(...drawn), height > 200 ? 6 : 4, false);
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
            domain={[scale.min, scale.max]}
            ticks={[...scale.ticks]}
            tickFormatter={(value: number) => formatNumber(value, locale, null)}
          />
          <Tooltip
            cursor={CURSOR}
            isAnimationActive={false}
            content={({ active, payload }) => {
              const row = payload?.[0]?.payload as DrawnRow | undefined;
              if (!active || !row || row.mean === null || row.range === null) return null;
              const [low, high] = row.range;
              const text = textOf({ mean: row.mean, low, high });
              const note = low === high ? {} : { note: t('range', { low: text.low, high: text.high }) };
              return (
                <PlotTooltip
                  label={time.momentWithin(row.at, span.to - span.from)}
                  value={text.value}
                  {...note}
                />
              );
            }}
          />
          {limit === undefined ? null : <ReferenceLine y={limit} {...LIMIT} />}
          <Area
            dataKey="range"
            stroke="none"
            fill={color}
            fillOpacity={0.12}
            isAnimationActive={false}
            activeDot={false}
          />
          <Line dataKey="mean" stroke={color} strokeWidth={1.5} dot={LoneDot} isAnimationActive={false} />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

/** A reading with nothing beside it is a dot: a line through one point can't be seen. */
function LoneDot({ cx, cy, payload, stroke }: DotItemDotProps) {
  const row = payload as DrawnRow;
  return row.isLone && cx !== undefined && cy !== undefined ? (
    <circle cx={cx} cy={cy} r={2.5} fill={stroke} />
  ) : (
    <g />
  );
}
