import type { ReactNode } from 'react';
import { cn } from './class-names';

type Props = {
  /** A drawing of 232 × 160. */
  art?: ReactNode;
  title: ReactNode;
  /** What it is for, in a sentence or two. */
  children?: ReactNode;
  /** One primary, at most one alternative. */
  actions?: ReactNode;
  /** Under the actions: a link to the documentation, the kinds there are. */
  footer?: ReactNode;
  /** The heading's level on its page. */
  as?: 'h1' | 'h2' | 'h3';
  className?: string;
};

/** Nothing here yet: says what would be, and leads on. */
export function EmptyState({ art, title, children, actions, footer, as: Heading = 'h2', className }: Props) {
  return (
    <div className={cn('grid justify-items-center gap-2 px-6 py-14 text-center', className)}>
      {art ? <div className="mb-2 h-40 w-58">{art}</div> : null}
      <Heading className="font-semibold text-lead tracking-[-0.01em]">{title}</Heading>
      {children ? <div className="max-w-[52ch] text-balance text-ink-2">{children}</div> : null}
      {actions ? <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div> : null}
      {footer ? <div className="mt-2 text-dense text-ink-3">{footer}</div> : null}
    </div>
  );
}
