'use client';

import { Maximize2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/class-names';
import { SeverityMark } from '@/components/ui/status-mark';
import type { Severity } from '@/lib/alert/schema';
import { MARK } from './alert-look';

type Props = {
  title: string;
  width: string;
  /** Colours the edge and puts a mark beside the title. */
  severity?: Severity | undefined;
  /** Hatches a strip before the value: old, or not what it should be. */
  hatched?: boolean;
  selected?: boolean;
  onSelect?: (() => void) | undefined;
  onExpand?: (() => void) | undefined;
  /** The Expand button waits for the pointer or the focus, so that a narrow card has room for its title. */
  quietExpand?: boolean;
  children: ReactNode;
};

const PADDING = 10;

/** Pixels that edge and hatch take from the content. */
export const cardInset = (severity: Severity | undefined, hatched: boolean): number =>
  (severity ? 4 : 0) + (hatched ? 10 : 0);

const EDGE: Record<Severity, string> = { act: 'bg-act', look: 'bg-look', know: 'bg-inform' };

/** The glass card: hairline, title, edge and marks of its state. */
export function CardFrame({
  title,
  width,
  severity,
  hatched = false,
  selected = false,
  onSelect,
  onExpand,
  quietExpand = false,
  children,
}: Props) {
  const t = useTranslations('widget');
  const name = title || t('untitled');
  return (
    <div
      className={cn(
        'group/frame relative rounded-md bg-glass py-2 pe-2.5 text-ink text-small shadow-float backdrop-blur-[14px] backdrop-saturate-120',
        'group-data-[step=compact]/card:w-max group-data-[step=compact]/card:min-w-24 group-data-[step=compact]/card:py-1',
        selected && 'shadow-[0_0_0_2px_var(--accent),var(--elevation-float)]',
        width,
      )}
      style={{ paddingInlineStart: PADDING + cardInset(severity, hatched) }}
    >
      {severity || hatched ? (
        <span
          aria-hidden="true"
          className="absolute inset-y-0 start-0 flex overflow-hidden rounded-s-md forced-color-adjust-none"
        >
          {severity ? <span data-part="edge" className={cn('w-1', EDGE[severity])} /> : null}
          {hatched ? <span data-part="hatch" className="w-2.5 bg-hatch-fine opacity-75" /> : null}
        </span>
      ) : null}
      <div className="flex h-4 items-center gap-1.5 font-medium text-ink-2">
        {onSelect ? (
          <button
            type="button"
            aria-label={t('select', { title: name })}
            aria-pressed={selected}
            onClick={onSelect}
            dir="auto"
            className="min-w-0 grow truncate after:absolute after:inset-0 after:rounded-md focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus"
          >
            {name}
          </button>
        ) : (
          <bdi className="min-w-0 grow truncate">{name}</bdi>
        )}
        {severity ? <SeverityMark severity={MARK[severity]} className="size-4" /> : null}
        {onExpand ? (
          <button
            type="button"
            aria-label={t('expand', { title: name })}
            onClick={onExpand}
            className={cn(
              'touch-target z-10 -me-1 grid size-5 shrink-0 place-items-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink group-data-[step=compact]/card:hidden',
              quietExpand &&
                '[@media(hover:hover)]:not-focus-visible:not-group-hover/frame:-ms-1.5 [@media(hover:hover)]:not-focus-visible:not-group-hover/frame:w-0 [@media(hover:hover)]:not-focus-visible:not-group-hover/frame:opacity-0',
            )}
          >
            <Maximize2 aria-hidden="true" className="size-3.5" />
          </button>
        ) : null}
      </div>
      {children}
    </div>
  );
}
