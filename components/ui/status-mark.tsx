import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from './class-names';

/** How a source of data fares. */
export const STATUSES = ['live', 'stale', 'never', 'error'] as const;
export type Status = (typeof STATUSES)[number];

const DOTS: Record<Status, string> = {
  live: 'm-px size-2 rounded-full bg-normal',
  stale: 'size-2.5 rounded-full border-[1.25px] border-normal bg-hatch-fine',
  never: 'size-2.5 rounded-full border-[1.25px] border-ink-3 border-dashed',
  error: 'size-[9px] rotate-45 rounded-[1.5px] bg-act',
};
const WORDS: Record<Status, string> = {
  live: '',
  stale: '',
  never: 'text-ink-3',
  error: 'font-[550] text-act-text',
};

/** The shape alone, where the word stands elsewhere in the same row. */
export function StatusDot({ status, className }: { status: Status; className?: string }) {
  return (
    <span aria-hidden="true" className={cn('shrink-0 forced-color-adjust-none', DOTS[status], className)} />
  );
}

/** A state of data: shape and word, never colour alone. `children` replaces the usual word. */
export function StatusMark({
  status,
  children,
  className,
}: {
  status: Status;
  children?: ReactNode;
  className?: string;
}) {
  const t = useTranslations('ui.status');
  return (
    <span className={cn('inline-flex items-center gap-2 whitespace-nowrap', WORDS[status], className)}>
      <StatusDot status={status} />
      {children ?? t(status)}
    </span>
  );
}

/** How much something asks of the reader. */
export type Severity = 'act' | 'look' | 'inform' | 'good';
const ICONS = { act: OctagonAlert, look: TriangleAlert, inform: Info, good: CircleCheck } as const;
const COLOURS: Record<Severity, string> = {
  act: 'text-act',
  look: 'text-look-text dark:text-look',
  inform: 'text-inform',
  good: 'text-good',
};

/** Octagon: act. Triangle: look. Circle with i: know. Tick: it has just succeeded. A sentence stands beside it. */
export function SeverityMark({ severity, className }: { severity: Severity; className?: string }) {
  const Icon = ICONS[severity];
  return (
    <span className={cn('inline-grid size-5 shrink-0 place-items-center', COLOURS[severity], className)}>
      <Icon aria-hidden="true" className="size-[18px] stroke-2" />
    </span>
  );
}
