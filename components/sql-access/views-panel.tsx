'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { CodeBlock } from '@/components/ui/code-block';
import { CopyButton } from '@/components/ui/copy-button';
import { Panel, PanelHead } from '@/components/ui/panel';
import { exampleQuery } from '@/lib/sql-access/shown-views';
import { ViewsList } from './views-list';

/** What there is to read, and a query to begin with. */
export function ViewsPanel({ example }: { example: Parameters<typeof exampleQuery>[0] }) {
  const query = exampleQuery(example);
  const t = useTranslations('sqlAccess.views');
  return (
    <>
      <Panel labelledBy="sql-views">
        <PanelHead id="sql-views" title={t('title')} />
        <ViewsList />
      </Panel>
      <Panel labelledBy="sql-example">
        <PanelHead id="sql-example" title={t('example')}>
          <CopyButton text={query} label={t('copyExample')} />
        </PanelHead>
        <CodeBlock code={query} label={t('example')} />
        <p className="border-line border-t px-4 py-2.5 text-ink-3 text-small">
          {t.rich('docs', {
            link: (words) => (
              <Link href="/docs/sql" className="link-in-text">
                {words}
              </Link>
            ),
          })}
        </p>
      </Panel>
    </>
  );
}
