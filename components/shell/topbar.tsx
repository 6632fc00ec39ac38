import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ConnectionState } from './connection-state';
import { MenuSheetTrigger } from './menu-sheet-trigger';

export type Crumb = { label: ReactNode; href?: string };

/** 48 px above each page: the way here and, at the end, whether live data flows. */
export function Topbar({ crumbs, children }: { crumbs: readonly Crumb[]; children?: ReactNode }) {
  const t = useTranslations('shell');
  const last = crumbs.length - 1;
  return (
    <header className="sticky top-0 z-10 flex h-12 shrink-0 items-center gap-2 border-line border-b bg-surface px-6 text-dense max-md:h-13 max-md:ps-1 max-md:pe-2">
      <MenuSheetTrigger />
      <nav aria-label={t('breadcrumb')} className="min-w-0">
        <ol className="flex min-w-0 items-center gap-1.5 text-ink-3">
          {crumbs.map((crumb, index) =>
            index === last ? (
              <li key="here" aria-current="page" dir="auto" className="min-w-0 truncate font-[550] text-ink">
                {crumb.label}
              </li>
            ) : (
              <li key={crumb.href ?? index} className="flex min-w-0 items-center gap-1.5 max-md:hidden">
                {crumb.href ? (
                  <Link href={crumb.href} dir="auto" className="truncate hover:text-ink">
                    {crumb.label}
                  </Link>
                ) : (
                  <bdi className="truncate">{crumb.label}</bdi>
                )}
                <ChevronRight aria-hidden="true" className="flip size-3.5" />
              </li>
            ),
          )}
        </ol>
      </nav>
      <div className="ms-auto flex shrink-0 items-center gap-2">
        {children}
        <ConnectionState />
      </div>
    </header>
  );
}
