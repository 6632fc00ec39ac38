'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { formatMean, formatNumber, formatValue } from '@/lib/widget/format-value';
import { extremes, nearestBucket } from './draw-tile';
import { LaneFrame, type LaneProps } from './lane-frame';
import { LaneTooltip } from './lane-tooltip';
import { numberTiles } from './load-tiles';
import { NumberDrawing } from './number-drawing';
import { xOf, yOf } from './plot-geometry';
import { bucketMsOf, levelFor } from './tile-grid';
import { useExactTime } from './use-exact-time';
import { useSteadyScale } from './use-steady-scale';
import { useTiles } from './use-tiles';

/** How near the pointer must be to a mark, and to a reading. */
const MARK_PX = 6;
const READING_PX = 40;

/** A number over time. */
export function NumberLane(props: LaneProps) {
  const { datasourceId, metric, view, width, height, cursor } = props;
  const t = useTranslations('history');
  const locale = useLocale();
  const exactTime = useExactTime();
  const [load] = useState(() => numberTiles(datasourceId, metric.key));
  const tiles = useTiles(load, view, width);
  const drawn = useMemo(() => tiles.drawn.map(({ data }) => data.drawn), [tiles.drawn]);
  const seen = useMemo(() => extremes(drawn, view), [drawn, view]);
  const scale = useSteadyScale(seen, height > 180 ? 6 : 4);
  const plot = { view, width, height, min: scale?.min ?? 0, max: scale?.max ?? 1 };
  const others = tiles.drawn.flatMap(({ data }) => data.others);
  const isEmpty = !seen && !others.some(([time]) => time >= view.from && time < view.to);
  const hourlyUntil = Math.max(...tiles.drawn.map(({ data }) => data.hourlyUntil ?? 0), 0);
  const isFiner = bucketMsOf(levelFor(view, width)) < 3_600_000;

  const unit = metric.unit ? ` ${metric.unit}` : '';
  const tooltip = () => {
    if (cursor === null) return null;
    const mark = others.find(([time]) => Math.abs(xOf(plot, time) - xOf(plot, cursor)) <= MARK_PX);
    const bucket = nearestBucket(drawn, cursor);
    if (mark) {
      const x = xOf(plot, mark[0]);
      const value = formatValue(mark[1], locale, null).slice(0, 200);
      return (
        <LaneTooltip
          {...{ x, width, value }}
          time={exactTime(mark[0])}
          note={metric.kind === 'number' ? t('otherKind') : undefined}
        />
      );
    }
    if (!bucket || Math.abs(xOf(plot, bucket[0]) - xOf(plot, cursor)) > READING_PX) return null;
    const [time, min, max, mean, , count] = bucket;
    const x = xOf(plot, time);
    const exact = (value: number) => formatNumber(value, locale, null);
    const value = `${count === 1 ? exact(mean) : formatMean(mean, locale)}${unit}`;
    const note =
      count === 1 ? undefined : t('bucket', { low: exact(min), high: `${exact(max)}${unit}`, count });
    return (
      <>
        <span
          className="pointer-events-none absolute size-2 rounded-full border-2 border-surface bg-ink"
          style={{ insetInlineStart: x - 4, top: yOf(plot, mean) - 4 }}
        />
        <LaneTooltip {...{ x, width, value, note }} time={exactTime(time)} />
      </>
    );
  };

  return (
    <LaneFrame
      {...props}
      tiles={tiles}
      tooltip={tooltip()}
      isEmpty={isEmpty}
      summary={
        seen
          ? t('summary', {
              low: formatMean(seen.least, locale),
              high: `${formatMean(seen.greatest, locale)}${unit}`,
            })
          : ''
      }
      note={hourlyUntil > view.from && isFiner ? t('hourly', { time: exactTime(hourlyUntil) }) : undefined}
      gutter={
        scale && seen
          ? scale.ticks.map((value) => ({
              at: yOf(plot, value),
              text: formatNumber(value, locale, null),
            }))
          : []
      }
    >
      {scale || others.length > 0 ? (
        <NumberDrawing tiles={tiles.drawn} plot={plot} ticks={seen && scale ? scale.ticks : []} />
      ) : null}
    </LaneFrame>
  );
}
