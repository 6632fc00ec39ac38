'use client';

import { useTranslations } from 'next-intl';
import { Page } from '@/components/shell/page';
import { Panel } from '@/components/ui/panel';
import { ListTable } from './list-table';
import { ListToolbar } from './list-toolbar';

const nothing = () => {};

/** The list while it loads: the same widths, no counts. */
export function ListSkeleton() {
  const t = useTranslations('datasource');
  return (
    <Page crumbs={[{ label: t('title') }]} title={t('title')}>
      <ListToolbar view={{ search: '', status: 'all', order: 'attention' }} onChange={nothing} />
      <Panel>
        <ListTable
          rows={[]}
          loadingRows={8}
          statusOf={(row) => row.status}
          mayWrite={false}
          mayReadKeys
          onSaved={nothing}
          onDeleted={nothing}
        />
      </Panel>
    </Page>
  );
}
