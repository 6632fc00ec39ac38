'use client';

import { Ellipsis } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu';
import { Panel, PanelHead } from '@/components/ui/panel';
import { type Column, type PhoneRow, RowLink, type Sort, Table } from '@/components/ui/table';
import { useBytes } from '@/components/ui/use-bytes';
import type { DatasourceStorage, Storage } from '@/lib/telemetry/usage/schema';
import { DatasourceRetentionDialog } from './datasource-retention-dialog';
import { type SortColumn, sortDatasources } from './sort-datasources';
import { useKeptWords } from './use-kept-words';

type Props = { storage: Storage; mayManage: boolean; onChanged: () => void };

const YEAR = 365;
const inYear = ({ forecast }: DatasourceStorage) => forecast.find(({ days }) => days === YEAR)?.bytes ?? 0;

/** What each datasource takes, brings, keeps, and will take. */
export function DatasourcesPanel({ storage, mayManage, onChanged }: Props) {
  const t = useTranslations('storage.datasources');
  const format = useFormatter();
  const bytes = useBytes();
  const words = useKeptWords();
  const [sort, setSort] = useState<Sort & { column: SortColumn }>({
    column: 'stored',
    direction: 'descending',
  });
  const [changing, setChanging] = useState<DatasourceStorage>();
  const { datasources, retention } = storage;
  const rows = useMemo(() => sortDatasources(datasources, sort), [datasources, sort]);
  const most = Math.max(1, ...datasources.map((row) => row.bytes));
  const kept = (row: DatasourceStorage) => words.raw(row.retention ?? retention);
  const day = (date: string) =>
    format.dateTime(new Date(date), { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const count = (value: number) => format.number(value, { notation: 'compact', maximumFractionDigits: 1 });

  const columns: Column<DatasourceStorage>[] = [
    {
      id: 'name',
      header: t('column.name'),
      width: '24%',
      sortable: true,
      cell: (row) => (
        <RowLink href={`/datasources/${row.id}`} dir="auto" className="block truncate">
          {row.name}
        </RowLink>
      ),
    },
    {
      id: 'stored',
      header: t('column.stored'),
      width: '208px',
      sortable: true,
      cell: (row) => (
        <span className="grid grid-cols-[88px_minmax(0,1fr)] items-center gap-3">
          <bdi className="num text-end font-[550]">{bytes(row.bytes)}</bdi>
          <span aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-sunken">
            <span
              className="block h-full rounded-full bg-ink-3"
              style={{ width: `${(row.bytes / most) * 100}%` }}
            />
          </span>
        </span>
      ),
    },
    {
      id: 'readings',
      header: t('column.readingsPerDay'),
      width: '140px',
      align: 'end',
      sortable: true,
      cell: (row) => <span className="num">{count(row.readingsPerDay)}</span>,
    },
    {
      id: 'perReading',
      header: t('column.perReading'),
      width: '112px',
      align: 'end',
      cell: (row) => (
        <span className="num text-ink-2">
          {row.bytesPerReading === null
            ? '–'
            : t('bytes', { value: format.number(row.bytesPerReading, { maximumFractionDigits: 1 }) })}
        </span>
      ),
    },
    {
      id: 'since',
      header: t('column.since'),
      width: '128px',
      cell: (row) => <span className="num text-ink-2">{row.oldest ? day(row.oldest) : '–'}</span>,
    },
    {
      id: 'kept',
      header: t('column.kept'),
      width: '152px',
      cell: (row) => (
        <span className="num truncate">
          {kept(row)}
          {row.retention ? <span className="text-ink-3"> · {t('own')}</span> : null}
        </span>
      ),
    },
    {
      id: 'inYear',
      header: t('column.inYear'),
      width: '104px',
      align: 'end',
      sortable: true,
      cell: (row) => <bdi className="num text-ink-2">{bytes(inYear(row))}</bdi>,
    },
    ...(mayManage
      ? [
          {
            id: 'menu',
            header: <span className="sr-only">{t('column.actions')}</span>,
            width: '52px',
            align: 'end' as const,
            cell: (row: DatasourceStorage) => <RowMenu row={row} onChange={() => setChanging(row)} />,
          },
        ]
      : []),
  ];
  const phoneRow = (row: DatasourceStorage): PhoneRow => ({
    title: <RowLink href={`/datasources/${row.id}`}>{row.name}</RowLink>,
    meta: (
      <span className="num">
        {t('perDay', { count: count(row.readingsPerDay) })} · {kept(row)}
      </span>
    ),
    topEnd: <bdi className="num font-[550]">{bytes(row.bytes)}</bdi>,
    bottomEnd: mayManage ? <RowMenu row={row} onChange={() => setChanging(row)} /> : null,
  });
  return (
    <Panel labelledBy="stored-by">
      <PanelHead id="stored-by" title={t('title')} count={datasources.length} />
      {datasources.length === 0 ? (
        <p className="px-4 py-4 text-dense text-ink-2">{t('none')}</p>
      ) : (
        <Table
          aria-label={t('title')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          phoneRow={phoneRow}
          sort={sort}
          onSort={(column) =>
            setSort(({ column: old, direction }) => ({
              column: column as SortColumn,
              direction: old === column && direction === 'descending' ? 'ascending' : 'descending',
            }))
          }
        />
      )}
      {changing ? (
        <DatasourceRetentionDialog
          datasource={changing}
          workspace={storage}
          onClose={() => setChanging(undefined)}
          onSaved={() => {
            setChanging(undefined);
            onChanged();
          }}
        />
      ) : null}
    </Panel>
  );
}

function RowMenu({ row, onChange }: { row: DatasourceStorage; onChange: () => void }) {
  const t = useTranslations('storage.datasources');
  return (
    <Menu>
      <MenuTrigger>
        <IconButton
          label={t('menu', { name: row.name })}
          tooltip={false}
          icon={<Ellipsis aria-hidden="true" />}
          className="relative"
        />
      </MenuTrigger>
      <MenuContent>
        <MenuItem onSelect={onChange}>{t('change')}</MenuItem>
      </MenuContent>
    </Menu>
  );
}
