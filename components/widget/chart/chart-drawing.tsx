import { cn } from '@/components/ui/class-names';
import type { Severity } from '@/lib/alert/schema';
import type { Widget } from '@/lib/widget/schema';
import { FILL_COLOR, STROKE_COLOR, TONE_FILL, TONE_STROKE } from '../alert-look';
import type { Chart } from './prepare-chart';

type Props = {
  chart: Chart;
  width: number;
  height: number;
  severity: Severity | undefined;
  tone: Widget['tone'];
  old: boolean;
  /** The point that the reader looks at. */
  active: number | null;
};

/** Draws what `prepareChart` decided. */
export function ChartDrawing({ chart, width, height, severity, tone, old, active }: Props) {
  const { plot } = chart;
  const stroke = severity ? STROKE_COLOR[severity] : TONE_STROKE[tone];
  const fill = severity ? FILL_COLOR[severity] : TONE_FILL[tone];
  const activePoint = active === null ? undefined : chart.points[active];
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
      className={cn('block overflow-visible fill-none', old && 'opacity-60')}
    >
      <g className="stroke-chart-grid">
        {chart.yTicks.map(({ y, text }) => (
          <path key={text} d={`M${plot.left} ${y}H${plot.right}`} />
        ))}
      </g>
      <g className="num fill-ink-3 text-[10px]" textAnchor="end">
        {chart.yTicks.map(({ y, text }) => (
          <text key={text} x={plot.left - 5} y={y + 3.5}>
            {text}
          </text>
        ))}
      </g>
      <g className="fill-ink-3 text-[10px]">
        {chart.xTicks.map(({ x, text, anchor }) => (
          <text key={`${x} ${text}`} x={x} y={height - 3} textAnchor={anchor}>
            {text}
          </text>
        ))}
      </g>
      <path d={chart.area} className="fill-chart-fill" />
      <path d={chart.band} className={cn(fill, 'opacity-15')} />
      {chart.bars.map(({ x, y, width: barWidth, height: barHeight, index }) => (
        <rect
          key={index}
          data-bar={index}
          x={x}
          y={y}
          width={barWidth}
          height={barHeight}
          rx={Math.min(1.5, barWidth / 4)}
          className={cn(fill, active !== null && active !== index && 'opacity-50')}
        />
      ))}
      {chart.limitY === null ? null : (
        <path
          d={`M${plot.left} ${chart.limitY}H${plot.right}`}
          className="stroke-ink-3"
          strokeDasharray="2 3"
        />
      )}
      <path
        data-part="line"
        d={chart.line}
        strokeWidth={1.5}
        strokeLinejoin="round"
        strokeLinecap="round"
        className={stroke}
      />
      {chart.hasDots
        ? chart.points.map(({ x, y, index }) =>
            y === null ? null : <circle key={index} cx={x} cy={y} r={2} className={fill} />,
          )
        : null}
      {activePoint ? (
        <>
          <path
            d={`M${activePoint.x} ${plot.top}V${plot.bottom}`}
            className="stroke-ink-3"
            strokeDasharray="1 2"
          />
          {activePoint.y === null || chart.bars.length > 0 ? null : (
            <circle
              cx={activePoint.x}
              cy={activePoint.y}
              r={3.5}
              className={cn(fill, 'stroke-2 stroke-surface')}
            />
          )}
        </>
      ) : null}
    </svg>
  );
}
