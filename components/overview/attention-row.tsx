import type { ReactNode } from 'react';
import { cn } from '@/components/ui/class-names';
import { SeverityMark } from '@/components/ui/status-mark';
import type { Severity } from '@/lib/alert/schema';

const EDGES: Record<Severity, string> = {
  act: 'before:bg-act',
  look: 'before:bg-look',
  know: 'before:bg-inform',
};

type Props = {
  severity: Severity;
  /** The sentence, with the value and the limit. */
  what: ReactNode;
  where: ReactNode;
  /** The last hour. */
  trend?: ReactNode;
  age: ReactNode;
  actions: ReactNode;
};

/** 56 px: edge, mark, sentence, place, trend, age, one action. */
export function AttentionRow({ severity, what, where, trend, age, actions }: Props) {
  return (
    <li
      className={cn(
        'relative grid min-h-14 grid-cols-[20px_minmax(0,1fr)_96px_64px_auto] items-center gap-4 border-line border-b py-2 ps-3.5 pe-3 text-dense last:border-b-0 hover:bg-hover',
        'before:absolute before:inset-y-0 before:start-0 before:w-[3px] before:content-[""]',
        'max-md:grid-cols-[20px_minmax(0,1fr)_auto] max-md:items-start max-md:gap-x-3 max-md:gap-y-2',
        EDGES[severity],
      )}
    >
      <SeverityMark severity={severity === 'know' ? 'inform' : severity} />
      <div className="min-w-0">
        <p className="truncate font-[550] max-md:whitespace-normal">{what}</p>
        <p className="truncate text-ink-3 text-small max-md:whitespace-normal">{where}</p>
      </div>
      <span className="max-md:hidden">{trend}</span>
      <span className="num text-end text-ink-2 text-small">{age}</span>
      <div className="flex w-26 items-center justify-end gap-1 max-md:col-start-2 max-md:col-end-4 max-md:w-auto max-md:justify-start">
        {actions}
      </div>
    </li>
  );
}
