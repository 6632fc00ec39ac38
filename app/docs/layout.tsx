import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DocsNav } from '@/components/docs/docs-nav';
import { DOCS_GROUPS } from '@/components/docs/docs-pages';
import { DocsTopbar } from '@/components/docs/docs-topbar';
import { SkipLink } from '@/components/shell/skip-link';

/** The documentation, for members and for whoever writes the sending side: nobody needs to sign in. */
export default async function DocsLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('docs');
  const groups = DOCS_GROUPS.map(({ key, pages }) => ({
    title: t(`groups.${key}`),
    pages: pages.map((page) => ({ href: page.href, title: t(`pages.${page.key}`) })),
  }));
  return (
    <div className="min-h-dvh bg-surface">
      <SkipLink />
      <DocsTopbar />
      <div className="grid grid-cols-[minmax(0,1fr)] md:grid-cols-[232px_minmax(0,1fr)] lg:grid-cols-[264px_minmax(0,1fr)]">
        <div className="border-line border-e max-md:hidden">
          <div className="sticky top-12 p-3 pt-0">
            <DocsNav label={t('title')} groups={groups} />
          </div>
        </div>
        <div className="min-w-0">{children}</div>
        <div className="border-line border-t p-3 pb-8 md:hidden">
          <DocsNav label={t('title')} groups={groups} />
        </div>
      </div>
    </div>
  );
}
