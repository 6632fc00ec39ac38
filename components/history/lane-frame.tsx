'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { DataKey } from '@/components/datasource/metrics/metric-name';
import { metricName } from '@/components/datasource/metrics/prepare-metrics';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/icon-button';
import { Spinner } from '@/components/ui/spinner';
import { useProblemText } from '@/components/ui/use-problem-text';
import type { HistoryMetric } from './metric-choice';
import { xOf } from './plot-geometry';
import { GUTTER_PX } from './plot-size';
import type { TimeView } from './time-view';
import type { Tiles } from './use-tiles';

export type LaneProps = {
  datasourceId: string;
  metric: HistoryMetric;
  view: TimeView;
  width: number;
  height: number;
  /** The moment under the pointer. */
  cursor: number | null;
  selected: { from: number; to: number } | null;
  onRemove: (() => void) | undefined;
  onShowAll: () => void;
};

type Props = LaneProps & {
  tiles: Pick<Tiles<unknown>, 'isComplete' | 'failure' | 'store' | 'drawn'>;
  isEmpty: boolean;
  /** What it comes to, in words: shown, and read out. */
  summary: string;
  note?: string | undefined;
  gutter: readonly { at: number; text: string }[];
  /** Under the drawing. */
  foot?: ReactNode;
  children: ReactNode;
  /** Of what is under the pointer; it may reach beyond the lane. */
  tooltip: ReactNode;
};

/** One metric of a history: its name, its scale, and whatever is drawn of it. */
export function LaneFrame(props: Props) {
  const { metric, view, width, height, cursor, selected, onRemove, tiles, gutter, summary, note } = props;
  const t = useTranslations('history');
  const id = useId();
  const name = metricName(metric);
  const isLoading = !tiles.isComplete && tiles.failure === undefined;
  return (
    <section aria-labelledby={id} aria-busy={isLoading} className="min-w-0">
      <header className="flex min-h-8 items-center gap-x-3 px-3 pt-1">
        <h2 id={id} className="min-w-0 truncate font-semibold text-dense">
          <bdi>{name}</bdi>
        </h2>
        {name === metric.key ? null : <DataKey dataKey={metric.key} className="text-ink-3" />}
        {metric.unit ? <bdi className="text-ink-3 text-small">{metric.unit}</bdi> : null}
        <bdi className="num truncate text-ink-3 text-small max-md:hidden">{summary}</bdi>
        {note ? <span className="truncate text-ink-3 text-small">{note}</span> : null}
        <span className="ms-auto grid size-7 place-items-center">
          {isLoading ? <Spinner className="text-ink-3" /> : null}
        </span>
        {onRemove ? (
          <IconButton
            label={t('remove', { name })}
            icon={<X aria-hidden="true" className="size-3.5" />}
            onClick={onRemove}
          />
        ) : null}
      </header>
      <div className="ltr flex pe-3">
        <div className="relative shrink-0" style={{ width: GUTTER_PX, height }} aria-hidden="true">
          {gutter.map(({ at, text }) => (
            <span
              key={text}
              className="num absolute end-2 -translate-y-1/2 whitespace-nowrap text-[11px] text-ink-3"
              style={{ top: Math.min(height - 6, Math.max(6, at)) }}
            >
              {text}
            </span>
          ))}
        </div>
        <div
          role="img"
          aria-label={t('laneLabel', { name, summary: props.isEmpty ? t('empty') : summary })}
          data-plot=""
          className="relative min-w-0 grow cursor-crosshair touch-pan-y select-none border-line border-s border-b"
          style={{ height }}
        >
          <div className="absolute inset-0 overflow-clip">{props.children}</div>
          {props.tooltip}
          {selected ? (
            <span
              className="pointer-events-none absolute inset-y-0 border-ink-3 border-x bg-ink/8"
              style={{
                insetInlineStart: xOf({ view, width }, selected.from),
                width: xOf({ view, width }, selected.to) - xOf({ view, width }, selected.from),
              }}
            />
          ) : null}
          {cursor === null ? null : (
            <span
              className="pointer-events-none absolute inset-y-0 w-px bg-ink-3/50"
              style={{ insetInlineStart: xOf({ view, width }, cursor) }}
            />
          )}
          <LaneState {...props} isLoading={isLoading} />
        </div>
      </div>
      {props.foot ? <div className="px-3 pt-2 pb-1">{props.foot}</div> : null}
    </section>
  );
}

/** In place of a picture. */
function LaneState({ tiles, isEmpty, isLoading, onShowAll }: Props & { isLoading: boolean }) {
  const t = useTranslations('history');
  const problemText = useProblemText();
  const cover =
    'absolute inset-0 z-2 grid place-content-center justify-items-center gap-2 text-center text-dense';
  if (tiles.failure !== undefined) {
    return (
      <div role="alert" className={cn(cover, tiles.drawn.length > 0 && 'place-content-start p-2')}>
        <p className="rounded-sm bg-surface px-2 text-act-text">{problemText(tiles.failure)}</p>
        <Button size="small" onClick={tiles.store.retry}>
          {t('retry')}
        </Button>
      </div>
    );
  }
  if (isLoading && tiles.drawn.length === 0) return <p className={cn(cover, 'text-ink-3')}>{t('loading')}</p>;
  if (isLoading || !isEmpty) return null;
  return (
    <div className={cover}>
      <p className="text-ink-3">{t('empty')}</p>
      <Button size="small" onClick={onShowAll}>
        {t('showAll')}
      </Button>
    </div>
  );
}
