import { cn } from './class-names';
import { prepareSparkline, type SparklineInput } from './prepare-sparkline';

type Props = Omit<SparklineInput, 'width' | 'height'> & {
  width?: number;
  height?: number;
  /** Only while its own rule fires. */
  tone?: 'act' | 'look';
  /** What it shows, for those who do not see it. */
  label: string;
  area?: boolean;
  className?: string;
};

const LINES = { act: 'stroke-act', look: 'stroke-look-text' } as const;
const ENDS = { act: 'fill-act', look: 'fill-look-text' } as const;

/** A small line without axes. A gap is a gap; old data ends in a hatch; nothing at all is a dotted line. */
export function Sparkline({ width = 96, height = 24, tone, label, area = true, className, ...input }: Props) {
  const shape = prepareSparkline({ ...input, width, height });
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className={cn('ltr shrink-0 overflow-visible fill-none', className)}
    >
      {shape.isEmpty ? (
        <path d={`M0 ${height / 2}H${width}`} className="stroke-line-strong" strokeDasharray="2 4" />
      ) : (
        <>
          {area ? <path d={shape.area} className="fill-chart-fill" /> : null}
          {shape.limitY === null ? null : (
            <path d={`M0 ${shape.limitY}H${width}`} className="stroke-ink-3" strokeDasharray="2 3" />
          )}
          {shape.gap ? (
            <rect
              x={shape.gap.x}
              y={2}
              width={shape.gap.width}
              height={height - 4}
              style={{ fill: 'url(#hatch)' }}
            />
          ) : null}
          <path
            d={shape.line}
            strokeWidth={1.25}
            strokeLinejoin="round"
            strokeLinecap="round"
            vectorEffect="non-scaling-stroke"
            className={tone ? LINES[tone] : 'stroke-chart-1'}
          />
          {shape.end ? (
            <circle cx={shape.end.x} cy={shape.end.y} r={2} className={tone ? ENDS[tone] : 'fill-chart-1'} />
          ) : null}
        </>
      )}
    </svg>
  );
}

/** The hatch that charts fill old and unknown time with. Once per document. */
export function HatchPattern() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="absolute">
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V5" style={{ stroke: 'var(--hatch-dot)' }} strokeWidth="1.2" opacity=".55" />
        </pattern>
      </defs>
    </svg>
  );
}
