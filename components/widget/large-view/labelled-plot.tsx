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
import { formatNumber } from '@/lib/widget/format-value';
import { clipLabel } from '../chart/prepare-chart';
import { AXIS, BAR_CURSOR, CURSOR, GRID, INK, LIMIT, MARGIN } from './plot-style';
import { PlotTooltip } from './plot-tooltip';

export type PlotRow = { id: number; label: string; full: string; value: number | null };

type Props = {
  kind: 'line' | 'bar';
  rows: readonly PlotRow[];
  limit: number | undefined;
  label: string;
  withUnit: (value: number) => string;
};

/** Room for one label, side by side. */
const LABEL_WIDTH = 64;

/** Values over their labels, wide enough for every label; the box scrolls. */
export function LabelledPlot({ kind, rows, limit, label, withUnit }: Props) {
  const locale = useLocale();
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
              tickFormatter={(id: number) => clipLabel(rows[id]?.label ?? '')}
            />
            <YAxis
              {...AXIS}
              axisLine={false}
              width={52}
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
            {limit === undefined ? null : <ReferenceLine y={limit} {...LIMIT} ifOverflow="extendDomain" />}
            {kind === 'bar' ? (
              <Bar dataKey="value" fill={INK} maxBarSize={44} radius={2} isAnimationActive={false} />
            ) : (
              <Line
                dataKey="value"
                stroke={INK}
                strokeWidth={1.5}
                dot={{ r: 2.5, fill: INK }}
                isAnimationActive={false}
              />
            )}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </section>
  );
}
