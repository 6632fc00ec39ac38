import type { ReactNode } from 'react';
import { cn } from '@/components/ui/class-names';
import { PageHeader } from './page-header';
import { type Crumb, Topbar } from './topbar';

type Props = {
  /** The way here; the last one is this page. */
  crumbs: readonly Crumb[];
  title?: ReactNode;
  status?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** At the end of the top bar, before the connection state. */
  topbarEnd?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** What each page of the app returns: top bar with the way here, header, content. */
export function Page({ crumbs, title, status, description, actions, topbarEnd, className, children }: Props) {
  return (
    <>
      <Topbar crumbs={crumbs}>{topbarEnd}</Topbar>
      <main
        id="content"
        tabIndex={-1}
        className={cn(
          'w-full max-w-360 px-6 pt-5 pb-8 outline-none max-md:px-4 max-md:pt-4 max-md:pb-6',
          className,
        )}
      >
        {title === undefined ? null : (
          <PageHeader title={title} status={status} description={description} actions={actions} />
        )}
        {children}
      </main>
    </>
  );
}

/** Main column and a rail beside it; below 1100 px the rail goes under. */
export function Columns({
  rail,
  railWidth = 364,
  children,
}: {
  rail: ReactNode;
  railWidth?: 364 | 376 | 384;
  children: ReactNode;
}) {
  const widths = {
    364: 'lg:grid-cols-[minmax(0,1fr)_364px]',
    376: 'lg:grid-cols-[minmax(0,1fr)_376px]',
    384: 'lg:grid-cols-[minmax(0,1fr)_384px]',
  } as const;
  return (
    <div className={cn('grid grid-cols-[minmax(0,1fr)] items-start gap-4', widths[railWidth])}>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-4">{children}</div>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-4">{rail}</div>
    </div>
  );
}
