'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import type { DatasourceSummary } from '@/lib/datasource/schema';
import { ListTable } from './list-table';
import { ListToolbar } from './list-toolbar';
import { countStatuses, type ListView, prepareList } from './prepare-list';
import { useLiveStatuses } from './use-live-statuses';

type Props = {
  datasources: readonly DatasourceSummary[];
  failedSince: number | null;
  mayWrite: boolean;
  mayReadKeys: boolean;
  onSaved: (change: { id: string; name: string; description: string }) => void;
  onDeleted: (datasource: DatasourceSummary) => void;
};

const FIRST_VIEW: ListView = { search: '', status: 'all', order: 'attention' };

/**
 * Toolbar and table. Which rows are shown and in what order is decided when the user asks for it, not when
 * data arrives: nothing moves under the pointer.
 */
export function ListBody({ datasources, failedSince, ...table }: Props) {
  const t = useTranslations('datasource.list');
  const format = useFormatter();
  const live = useLiveStatuses();
  const statusOf = useCallback((row: DatasourceSummary) => live.get(row.id) ?? row.status, [live]);
  const [view, setView] = useState(FIRST_VIEW);
  const [shown, setShown] = useState(() => prepareList(datasources, FIRST_VIEW, (row) => row.status));

  const look = (next: Partial<ListView>) => {
    const changed = { ...view, ...next };
    setView(changed);
    setShown(prepareList(datasources, changed, statusOf));
  };
  const rows = useMemo(() => {
    const byId = new Map(datasources.map((row) => [row.id, row]));
    const known = new Set(shown);
    const isWhole = view.search === '' && view.status === 'all';
    // Made elsewhere meanwhile: at the end, where it moves nothing.
    const added = isWhole ? datasources.filter((row) => !known.has(row.id)) : [];
    return [...shown.flatMap((id) => byId.get(id) ?? []), ...added];
  }, [datasources, shown, view]);

  return (
    <>
      <ListToolbar view={view} onChange={look} counts={countStatuses(datasources, statusOf)} />
      <Panel>
        {rows.length > 0 ? (
          <ListTable rows={rows} statusOf={statusOf} {...table} />
        ) : (
          <EmptyState
            title={t('noMatch')}
            actions={<Button onClick={() => look({ search: '', status: 'all' })}>{t('clearFilters')}</Button>}
          >
            {view.search ? t('noMatchText', { search: view.search }) : t('noMatchStatus')}
          </EmptyState>
        )}
      </Panel>
      <p className="mt-3 text-ink-3 text-small">
        {failedSince === null
          ? t('foot', { count: datasources.length })
          : t('footStale', { time: format.dateTime(failedSince, { timeStyle: 'medium' }) })}
      </p>
    </>
  );
}
