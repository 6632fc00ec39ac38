'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useDuration } from '@/components/datasource/use-duration';
import type { ReadingValue } from '@/lib/live/protocol';
import { formatNumber, formatValue } from '@/lib/widget/format-value';
import { LaneFrame, type LaneProps } from './lane-frame';
import { LaneTooltip } from './lane-tooltip';
import { stateTiles } from './load-tiles';
import { xOf } from './plot-geometry';
import { joinStates, type Stretch, shadeOf, totalsIn } from './prepare-states';
import { useExactTime } from './use-exact-time';
import { useTiles } from './use-tiles';

const TOTALS_SHOWN = 8;
const LABEL_MIN_PX = 26;

/** Texts and booleans over time: which stood when, and for how long. */
export function StateLane(props: LaneProps) {
  const { datasourceId, metric, view, width, height, cursor } = props;
  const t = useTranslations('history');
  const tv = useTranslations('datasource.value');
  const locale = useLocale();
  const exactTime = useExactTime();
  const duration = useDuration();
  const [load] = useState(() => stateTiles(datasourceId, metric.key));
  const tiles = useTiles(load, view, width);
  const stretches = useMemo(() => joinStates(tiles.drawn.map(({ data }) => data)), [tiles.drawn]);
  const seen = stretches.filter(({ from, to }) => to > view.from && from < view.to);
  const names = useMemo(
    () => [...new Set(stretches.map(({ name }) => name))].filter(Boolean).sort(),
    [stretches],
  );
  const totals = totalsIn(seen, view);
  const textOf = (value: ReadingValue) =>
    typeof value === 'boolean' ? tv(value ? 'yes' : 'no') : formatValue(value, locale, null);
  const fill = (name: string) =>
    `color-mix(in oklab, var(--chart-1) ${shadeOf(name, names)}%, var(--surface))`;

  const hovered = cursor === null ? undefined : seen.find(({ from, to }) => cursor >= from && cursor < to);
  const tooltip = (stretch: Stretch, at: number) => (
    <LaneTooltip
      x={xOf({ view, width }, at)}
      width={width}
      value={stretch.value === null ? t('severalStates') : textOf(stretch.value).slice(0, 200)}
      note={
        stretch.value === null
          ? undefined
          : t('stateSince', { from: exactTime(stretch.from), duration: duration(stretch.to - stretch.from) })
      }
    />
  );

  return (
    <LaneFrame
      {...props}
      tiles={tiles}
      tooltip={hovered && cursor !== null ? tooltip(hovered, cursor) : null}
      isEmpty={seen.length === 0}
      summary={totals
        .slice(0, 3)
        .map(({ value, share }) => `${textOf(value)} ${formatNumber(share * 100, locale, 0)} %`)
        .join(', ')}
      gutter={[]}
      foot={
        totals.length > 0 ? (
          <dl className="flex flex-wrap gap-x-4 gap-y-1 text-small">
            {totals.slice(0, TOTALS_SHOWN).map(({ value, name, ms, share }) => (
              <div key={name} className="flex min-w-0 items-center gap-1.5">
                <dt className="flex min-w-0 items-center gap-1.5">
                  <span
                    aria-hidden="true"
                    className="size-3 shrink-0 rounded-[2px] border border-line-strong"
                    style={{ background: fill(name) }}
                  />
                  <bdi className="truncate">{textOf(value)}</bdi>
                </dt>
                <dd className="num whitespace-nowrap text-ink-3">
                  <bdi>{duration(ms)}</bdi> · <bdi>{formatNumber(share * 100, locale, 0)} %</bdi>
                </dd>
              </div>
            ))}
            {totals.length > TOTALS_SHOWN ? (
              <div className="text-ink-3">{t('moreStates', { count: totals.length - TOTALS_SHOWN })}</div>
            ) : null}
          </dl>
        ) : null
      }
    >
      {seen.map((stretch) => {
        const left = Math.max(-1, xOf({ view, width }, stretch.from));
        const wide = Math.min(width + 1, xOf({ view, width }, stretch.to)) - left;
        return (
          <span
            key={`${stretch.from} ${stretch.name}`}
            className={
              stretch.value === null
                ? 'absolute bg-hatch'
                : 'absolute truncate border-surface border-e px-1.5 text-ink text-small'
            }
            style={{
              insetInlineStart: left,
              width: Math.max(1, wide),
              top: 6,
              height: height - 12,
              lineHeight: `${height - 12}px`,
              ...(stretch.value === null ? {} : { background: fill(stretch.name) }),
            }}
          >
            {stretch.value !== null && wide > LABEL_MIN_PX ? <bdi>{textOf(stretch.value)}</bdi> : null}
          </span>
        );
      })}
    </LaneFrame>
  );
}
