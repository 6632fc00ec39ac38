'use client';

import { useTranslations } from 'next-intl';
import { DatasourceMenu } from '@/components/datasource/datasource-menu';
import { useTypeLabel } from '@/components/datasource/use-type-label';
import { cn } from '@/components/ui/class-names';
import { StatusMark } from '@/components/ui/status-mark';
import { type Column, type PhoneRow, RowLink, Table } from '@/components/ui/table';
import { datasourceType, isKnownDatasourceType } from '@/lib/datasource/registry';
import type { DatasourceSummary } from '@/lib/datasource/schema';
import { Fact } from './fact';
import { KeyCell } from './key-cell';
import { LastReading } from './last-reading';
import type { StatusOf } from './prepare-list';
import { RateSparkline } from './rate-sparkline';

type Props = {
  rows: readonly DatasourceSummary[];
  statusOf: StatusOf;
  mayWrite: boolean;
  mayReadKeys: boolean;
  onSaved: (change: { id: string; name: string; description: string }) => void;
  onDeleted: (datasource: DatasourceSummary) => void;
  loadingRows?: number;
};

const href = (datasource: DatasourceSummary) => `/datasources/${datasource.id}`;
const usesKeys = (type: string) => isKnownDatasourceType(type) && datasourceType(type).usesKeys;

/** The table of datasources; on a phone two lines each. */
export function ListTable({ rows, statusOf, mayWrite, mayReadKeys, onSaved, onDeleted, loadingRows }: Props) {
  const t = useTranslations('datasource.list');
  const tk = useTranslations('datasource.keySituation');
  const typeLabel = useTypeLabel();
  const columns: Column<DatasourceSummary>[] = [
    {
      id: 'name',
      header: t('column.name'),
      width: '30%',
      cell: (row) => (
        <span className="flex min-w-0 items-center gap-2.5">
          <RowLink href={href(row)} dir="auto" className="min-w-0 shrink-0 truncate">
            {row.name}
          </RowLink>
          <Fact datasource={row} status={statusOf(row)} />
        </span>
      ),
    },
    {
      id: 'status',
      header: t('column.status'),
      width: '100px',
      cell: (row) => <StatusMark status={statusOf(row)} />,
    },
    {
      id: 'lastReading',
      header: t('column.lastReading'),
      width: '132px',
      cell: (row) => <LastReading datasource={row} />,
    },
    {
      id: 'rate',
      header: t('column.rate'),
      width: '216px',
      cell: (row) => (
        <span className="flex items-center gap-3">
          <RateSparkline datasource={row} />
          <span className={cn('num', row.readingsPerMinute === 0 && 'text-ink-3')}>
            {row.readingsPerMinute}
          </span>
        </span>
      ),
    },
    {
      id: 'type',
      header: t('column.type'),
      width: '128px',
      cell: (row) => <span className="text-ink-2">{typeLabel(row.type)}</span>,
    },
    ...(mayReadKeys
      ? [
          {
            id: 'key',
            header: t('column.key'),
            width: '152px',
            cell: (row: DatasourceSummary) =>
              usesKeys(row.type) ? (
                <KeyCell keys={row.keys} />
              ) : (
                <span className="text-ink-3">{tk('notNeeded')}</span>
              ),
          },
        ]
      : []),
    {
      id: 'menu',
      header: <span className="sr-only">{t('column.actions')}</span>,
      width: '52px',
      align: 'end',
      cell: (row) => (
        <DatasourceMenu
          datasource={row}
          mayWrite={mayWrite}
          onSaved={({ id, name, description }) => onSaved({ id, name, description })}
          onDeleted={() => onDeleted(row)}
        />
      ),
    },
  ];
  const phoneRow = (row: DatasourceSummary): PhoneRow => ({
    title: <RowLink href={href(row)}>{row.name}</RowLink>,
    meta: <PhoneMeta row={row} status={statusOf(row)} />,
    topEnd: <RateSparkline datasource={row} width={72} />,
    bottomEnd: <PhoneEnd row={row} />,
  });
  return (
    <Table
      aria-label={t('label')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      phoneRow={phoneRow}
      {...(loadingRows ? { loadingRows } : {})}
    />
  );
}

function PhoneMeta({ row, status }: { row: DatasourceSummary; status: DatasourceSummary['status'] }) {
  const t = useTranslations('datasource.list');
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <StatusMark status={status} />
      <span aria-hidden="true">·</span>
      {status === 'never' ? (
        <Fact datasource={row} status={status} />
      ) : status === 'error' && row.refused ? (
        <span className="truncate">{t('refusedShort', { count: row.refused.count })}</span>
      ) : (
        <LastReading datasource={row} />
      )}
    </span>
  );
}

/** What differs from the usual about its key, else its rate. */
function PhoneEnd({ row }: { row: DatasourceSummary }) {
  const t = useTranslations('datasource.list');
  const unusual = row.keys !== null && row.keys.situation !== 'active';
  if (unusual) return <KeyCell keys={row.keys} onlyUnusual />;
  return row.readingsPerMinute > 0 ? (
    <span className="num">{t('perMinute', { count: row.readingsPerMinute })}</span>
  ) : null;
}
