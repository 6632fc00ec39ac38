import type { ReactNode } from 'react';
import { Count } from './badge';
import { cn } from './class-names';

type Props = { className?: string; children: ReactNode; labelledBy?: string; label?: string };

export function Panel({ className, children, labelledBy, label }: Props) {
  return (
    <section
      aria-labelledby={labelledBy}
      aria-label={label}
      className={cn('relative min-w-0 overflow-clip rounded-md border border-line bg-surface', className)}
    >
      {children}
    </section>
  );
}

type HeadProps = {
  title: ReactNode;
  /** For `labelledBy` of the panel. */
  id?: string;
  count?: number;
  /** Muted, after the title. */
  note?: ReactNode;
  /** At the end: buttons, a search. */
  children?: ReactNode;
  className?: string;
};

export function PanelHead({ title, id, count, note, children, className }: HeadProps) {
  return (
    <header className={cn('flex min-h-10 items-center gap-2 border-line border-b ps-4 pe-2', className)}>
      <h2 id={id} className="font-semibold text-dense">
        {title}
      </h2>
      {count === undefined ? null : <Count>{count}</Count>}
      {note ? <span className="text-ink-3 text-small">{note}</span> : null}
      {children ? <div className="ms-auto flex items-center gap-1 py-1">{children}</div> : null}
    </header>
  );
}

/** @public */
export function PanelBody({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={cn('p-4', className)}>{children}</div>;
}
