'use client';

import { useTranslations } from 'next-intl';
import { type ComponentType, useEffect, useId, useState } from 'react';
import type { MetricKind } from '@/lib/live/protocol';
import type { LaneProps } from './lane-frame';
import type { HistoryMetric } from './metric-choice';
import { NumberLane } from './number-lane';
import { GUTTER_PX, LANE_HEIGHTS, STATE_HEIGHT } from './plot-size';
import { StateLane } from './state-lane';
import { TimeAxis } from './time-axis';
import { useGestures } from './use-gestures';
import type { HistoryView } from './use-history-view';

const LANES: Record<MetricKind, ComponentType<LaneProps>> = {
  number: NumberLane,
  text: StateLane,
  boolean: StateLane,
  // Its readings are marks: what they hold is told by the pointer.
  structure: NumberLane,
};

type Props = {
  datasourceId: string;
  metrics: readonly HistoryMetric[];
  history: HistoryView;
  onRemove: (metric: HistoryMetric) => void;
  /** Changes when everything has to be read again. */
  edition: number;
};

/** The lanes of a history over one axis of time, and the hands to look around in them. */
export function HistoryStage({ datasourceId, metrics, history, onRemove, edition }: Props) {
  const t = useTranslations('history');
  const help = useId();
  const { stage, surface, selected, cursor, handlers } = useGestures(history);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const node = surface.current;
    if (!node) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(node);
    return () => observer.disconnect();
  }, [surface]);
  const numbers = metrics.filter(({ kind }) => LANES[kind] === NumberLane).length;
  const heightOf = (metric: HistoryMetric) =>
    metric.kind === 'structure' || LANES[metric.kind] === StateLane
      ? STATE_HEIGHT
      : (LANE_HEIGHTS[numbers - 1] ?? 140);
  return (
    <section
      ref={stage}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows, + and - look around in it
      tabIndex={0}
      aria-label={t('stage')}
      aria-describedby={help}
      className="relative rounded-sm pb-1 outline-none focus-visible:ring-2 focus-visible:ring-focus focus-visible:ring-inset"
      {...handlers}
    >
      <p id={help} className="sr-only">
        {t('help')}
      </p>
      <div className="ltr pe-3" aria-hidden="true">
        <div ref={surface} style={{ marginInlineStart: GUTTER_PX }} />
      </div>
      {metrics.map((metric) => {
        const Lane = LANES[metric.kind];
        return (
          <Lane
            key={`${metric.id} ${edition}`}
            {...{ datasourceId, metric, width, cursor, selected }}
            view={history.view}
            height={heightOf(metric)}
            onRemove={metrics.length > 1 ? () => onRemove(metric) : undefined}
            onShowAll={() => history.choose('all')}
          />
        );
      })}
      <TimeAxis view={history.view} width={width} />
    </section>
  );
}
