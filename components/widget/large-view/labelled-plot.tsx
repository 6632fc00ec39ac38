'use client';

import { useLocale } from 'next-intl';
import {
  Bar,
  CartesianGrid,
  ComposedChart,
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
import { clipLabel } from '../chart/prepare-chart';
import { AXIS, BAR_CURSOR, CURSOR, GRID, LIMIT, lineColor, MARGIN } from './plot-style';
import { PlotTooltip } from './plot-tooltip';

export type PlotRow = { id: number; label: string; full: string; value: number | null };

type Props = {
  kind: 'line' | 'bar';
  rows: readonly PlotRow[];
  limit: number | undefined;
  severity: Severity | undefined;
  label: string;
  withUnit: (value: number) => string;
};

/** Room for one label, side by side. */
const LABEL_WIDTH = 64;

/** Values over their labels, wide enough for every label; the box scrolls. */
export function LabelledPlot({ kind, rows, limit, severity, label, withUnit }: Props) {
  const locale = useLocale();
  const color = lineColor(severity);
  const drawn = [...rows.flatMap(({ value }) => value ?? []), ...(limit === undefined ? [] : [limit])];
  const scale = niceScale(Math.min(...drawn), Math.max(...drawn), 6, kind === 'bar');
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller without anything to focus is out of a keyboard's reach
      tabIndex={0}
      className="ltr overflow-x-auto"
    >
      <div role="img" aria-label={label} style={{ minWidth: rows.length * LABEL_WIDTH }}>
        <ResponsiveContainer width="100%" height={300}>
          <ComposedChart data={[...rows]} margin={MARGIN} accessibilityLayer={false}>
            <CartesianGrid {...GRID} />
            <XAxis
              {...AXIS}
              dataKey="id"
              interval={0}
              {...(kind === 'line' ? { padding: { left: 24, right: 24 } } : {})}
              tickFormatter={(id: number) => clipLabel(rows[id]?.label ?? '')}
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
              cursor={kind === 'bar' ? BAR_CURSOR : CURSOR}
              isAnimationActive={false}
              content={({ active, payload }) => {
                const row = payload?.[0]?.payload as PlotRow | undefined;
                return active && row ? (
                  <PlotTooltip label={row.full} value={withUnit(row.value ?? Number.NaN)} />
                ) : null;
              }}
            />
            {limit === undefined ? null : <ReferenceLine y={limit} {...LIMIT} />}
            {kind === 'bar' ? (
              <Bar dataKey="value" fill={color} maxBarSize={44} radius={2} isAnimationActive={false} />
            ) : (
              <Line
                dataKey="value"
                stroke={color}
                strokeWidth={1.5}
                dot={{ r: 2.5, fill: color }}
                isAnimationActive={false}
              />
            )}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </section>
  );
}
