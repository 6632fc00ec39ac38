'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CreateDialog } from '@/components/datasource/create-dialog';
import { LiveProvider } from '@/components/live/live-provider';
import { Page } from '@/components/shell/page';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import type { DatasourceSummary } from '@/lib/datasource/schema';
import { ListBody } from './list-body';
import { ListEmpty } from './list-empty';
import { useDatasourceList } from './use-datasource-list';

type Props = {
  initial: readonly DatasourceSummary[];
  mayWrite: boolean;
  mayReadKeys: boolean;
  /** The page was asked for with its dialog open (`/datasources?new`). */
  creating: boolean;
};

/** The page of datasources. */
export function ListPage({ initial, mayWrite, mayReadKeys, creating }: Props) {
  const t = useTranslations('datasource');
  const router = useRouter();
  const { datasources, failedSince, change } = useDatasourceList(initial);
  const [open, setOpen] = useState(creating && mayWrite);
  const isEmpty = datasources.length === 0;
  const toggle = (next: boolean) => {
    setOpen(next);
    if (!next && creating) router.replace('/datasources', { scroll: false });
  };
  const create = (
    <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={() => setOpen(true)}>
      {t('new')}
    </Button>
  );
  return (
    <LiveProvider datasourceIds={datasources.map((row) => row.id)}>
      <Page
        crumbs={[{ label: t('title') }]}
        title={t('title')}
        actions={mayWrite && !isEmpty ? create : null}
      >
        {isEmpty ? (
          <ListEmpty action={mayWrite ? create : null} />
        ) : (
          <ListBody
            datasources={datasources}
            failedSince={failedSince}
            mayWrite={mayWrite}
            mayReadKeys={mayReadKeys}
            onSaved={(saved) =>
              change((list) => list.map((row) => (row.id === saved.id ? { ...row, ...saved } : row)))
            }
            onDeleted={(gone) => {
              change((list) => list.filter((row) => row.id !== gone.id));
              toast.success(t('delete.done', { name: gone.name }));
            }}
          />
        )}
        {mayWrite ? <CreateDialog open={open} onOpenChange={toggle} /> : null}
      </Page>
    </LiveProvider>
  );
}
