'use client';

import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { cn } from '@/components/ui/class-names';
import type { Severity } from '@/lib/alert/schema';
import type { Widget } from '@/lib/widget/schema';
import { ChartDrawing } from './chart-drawing';
import { type ChartInput, nearestPoint, prepareChart } from './prepare-chart';

export type PointText = { label: string; value: string; note?: string };

type Props = ChartInput & {
  severity: Severity | undefined;
  tone: Widget['tone'];
  old: boolean;
  /** What the tooltip says of a point: exact values. */
  textOf: (index: number) => PointText;
  /** The chart in a sentence, for those who do not see it. */
  summary: string;
};

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

/**
 * A small chart with exact values on hover, touch and focus (arrow keys walk the points). To assistive technology it is
 * a slider over its points. Time and labels run left to right in every language.
 */
export function ChartFigure({ severity, tone, old, textOf, summary, ...input }: Props) {
  const chart = prepareChart(input);
  const [active, setActive] = useState<number | null>(null);
  const index = active === null ? null : Math.min(active, chart.points.length - 1);
  const point = index === null ? undefined : chart.points[index];
  const text = index === null ? null : textOf(index);
  const last = chart.points.length - 1;

  const follow = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const scale = box.width === 0 ? 1 : input.width / box.width;
    setActive(nearestPoint(chart.points, (event.clientX - box.left) * scale));
  };
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const next =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? last
          : step === undefined
            ? null
            : (index ?? last) + step;
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    setActive(Math.max(0, Math.min(last, next)));
  };

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={summary}
      aria-valuemin={1}
      aria-valuemax={last + 1}
      aria-valuenow={(index ?? last) + 1}
      aria-valuetext={text ? `${text.label}: ${text.value}` : summary}
      aria-orientation="horizontal"
      className="ltr relative z-10 mt-1 touch-pan-y rounded-sm group-data-[step=compact]/card:hidden"
      style={{ width: input.width, height: input.height }}
      onPointerMove={follow}
      onPointerDown={follow}
      // A finger that lifts leaves, too: what it showed stays until something else is touched.
      onPointerLeave={(event) => event.pointerType !== 'touch' && setActive(null)}
      onFocus={(event) => {
        if (event.currentTarget.matches(':focus-visible')) setActive(last);
      }}
      onBlur={() => setActive(null)}
      onKeyDown={press}
    >
      <ChartDrawing
        chart={chart}
        width={input.width}
        height={input.height}
        severity={severity}
        tone={tone}
        old={old}
        active={index}
      />
      {point && text ? (
        <div
          role="tooltip"
          data-part="tooltip"
          className={cn(
            'pointer-events-none absolute z-30 w-max max-w-52 rounded-sm bg-raised px-2 py-1 text-micro shadow-float',
            point.x > input.width * 0.45 ? '-translate-x-[calc(100%+8px)]' : 'translate-x-2',
          )}
          style={{ left: point.x, top: Math.max(0, (point.y ?? input.height / 2) - 18) }}
        >
          <bdi className="block truncate text-ink-3">{text.label}</bdi>
          <bdi className="num block font-semibold text-ink">{text.value}</bdi>
          {text.note ? <bdi className="num block text-ink-3">{text.note}</bdi> : null}
        </div>
      ) : null}
    </div>
  );
}
