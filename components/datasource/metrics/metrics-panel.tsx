'use client';

import { ChartLine, Copy, Ellipsis, Pencil } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useMetrics } from '@/components/live/use-metrics';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';
import { IconButton } from '@/components/ui/icon-button';
import { SearchInput } from '@/components/ui/input';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu';
import { Panel, PanelHead } from '@/components/ui/panel';
import { type Column, type PhoneRow, Table } from '@/components/ui/table';
import { toast } from '@/components/ui/toast-store';
import { api } from '@/lib/api-client';
import { type MetricDetail, metricSchema } from '@/lib/datasource/metric-schema';
import { AgeCell, ValueCell } from './metric-cells';
import { MetricDialog } from './metric-dialog';
import { DataKey, MetricName } from './metric-name';
import { MetricSparkline } from './metric-sparkline';
import { type MetricRow, matchesMetric, metricName, prepareMetrics } from './prepare-metrics';

/** More rows than this are shown when asked for. */
const ROWS_FIRST = 200;

type Props = {
  datasourceId: string;
  listed: readonly MetricDetail[];
  staleAfterMs: number;
  mayWrite: boolean;
  onChanged: (metric: MetricDetail) => void;
};

/** What a datasource sends, live. */
export function MetricsPanel({ datasourceId, listed, staleAfterMs, mayWrite, onChanged }: Props) {
  const t = useTranslations('datasource.metrics');
  const tk = useTranslations('datasource.kind');
  const tu = useTranslations('ui');
  const th = useTranslations('history');
  const live = useMetrics(datasourceId);
  const rows = useMemo(() => prepareMetrics(datasourceId, listed, live), [datasourceId, listed, live]);
  const [search, setSearch] = useState('');
  const [showAll, setShowAll] = useState(false);
  const [editing, setEditing] = useState<MetricRow | null>(null);
  const matching = rows.filter((row) => matchesMetric(row, search));
  const shown = showAll ? matching : matching.slice(0, ROWS_FIRST);

  const save = async (metric: MetricRow, names: { displayName: string | null; unit: string | null }) => {
    const path = `/api/v1/datasources/${datasourceId}/metrics/${metric.id}`;
    onChanged(await api.patch(path, names, metricSchema));
  };
  const saveAndTell = async (
    metric: MetricRow,
    names: { displayName: string | null; unit: string | null },
  ) => {
    await save(metric, names);
    const before = { displayName: metric.displayName, unit: metric.unit };
    toast.success(t('saved'), {
      description: t('savedText', { name: metricName({ ...metric, ...names }), unit: names.unit ?? 'none' }),
      action: {
        label: t('undo'),
        onClick: () => void save(metric, before).catch(() => toast.error(t('undoFailed'))),
      },
    });
  };
  const copyKey = async (row: MetricRow) => {
    if (await copyText(row.key)) toast.success(tu('copied'));
    else toast.error(tu('copyFailed'));
  };

  const historyOf = ({ key }: MetricRow) =>
    `/datasources/${datasourceId}/history?m=${encodeURIComponent(key)}`;

  const menu = (row: MetricRow) => (
    <Menu>
      <MenuTrigger>
        <IconButton
          label={t('menu', { name: metricName(row) })}
          tooltip={false}
          icon={<Ellipsis aria-hidden="true" />}
        />
      </MenuTrigger>
      <MenuContent>
        <MenuItem asChild>
          <Link href={historyOf(row)}>
            <ChartLine aria-hidden="true" />
            {th('open')}
          </Link>
        </MenuItem>
        {mayWrite ? (
          <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => setEditing(row)}>
            {t('edit')}
          </MenuItem>
        ) : null}
        <MenuItem icon={<Copy aria-hidden="true" />} onSelect={() => void copyKey(row)}>
          {t('copyKey')}
        </MenuItem>
      </MenuContent>
    </Menu>
  );
  const sparkline = (row: MetricRow) =>
    row.kind === 'number' ? (
      <MetricSparkline datasourceId={datasourceId} dataKey={row.key} name={metricName(row)} />
    ) : null;
  const columns: Column<MetricRow>[] = [
    {
      id: 'name',
      header: t('column.name'),
      cell: (row) => (
        <Link
          href={historyOf(row)}
          title={th('openOf', { name: metricName(row) })}
          className="block font-[550] hover:underline"
        >
          <MetricName metric={row} />
        </Link>
      ),
    },
    {
      id: 'key',
      header: t('column.key'),
      width: '146px',
      cell: (row) => <DataKey dataKey={row.key} className="text-ink-3" />,
    },
    {
      id: 'value',
      header: t('column.value'),
      width: '124px',
      align: 'end',
      cell: (row) => <ValueCell row={row} />,
    },
    {
      id: 'age',
      header: t('column.age'),
      width: '84px',
      cell: (row) => <AgeCell row={row} oldAfterMs={staleAfterMs} />,
    },
    {
      id: 'kind',
      header: t('column.kind'),
      width: '80px',
      cell: (row) => <span className="text-ink-2">{tk(row.kind)}</span>,
    },
    { id: 'lastHour', header: t('column.lastHour'), width: '96px', cell: sparkline },
    {
      id: 'menu',
      header: <span className="sr-only">{t('column.actions')}</span>,
      width: '52px',
      align: 'end',
      cell: menu,
    },
  ];
  const phoneRow = (row: MetricRow): PhoneRow => ({
    title: (
      <Link href={historyOf(row)} className="font-[550]">
        <MetricName metric={row} />
      </Link>
    ),
    meta: (
      <span className="flex items-center gap-1.5">
        <DataKey dataKey={row.key} />
        <span aria-hidden="true">·</span>
        <AgeCell row={row} oldAfterMs={staleAfterMs} />
      </span>
    ),
    topEnd: <ValueCell row={row} />,
    bottomEnd: (
      <span className="-my-2 flex items-center gap-1">
        {sparkline(row)}
        {menu(row)}
      </span>
    ),
  });

  return (
    <Panel labelledBy="metrics">
      <PanelHead id="metrics" title={t('title')} count={rows.length}>
        {rows.length > 5 ? (
          <SearchInput
            value={search}
            onValueChange={setSearch}
            placeholder={t('search')}
            className="h-7 w-45 max-md:h-10 max-md:w-40"
          />
        ) : null}
      </PanelHead>
      {rows.length === 0 ? (
        <p className="px-4 py-8 text-center text-dense text-ink-3">{t('empty')}</p>
      ) : matching.length === 0 ? (
        <p className="px-4 py-8 text-center text-dense text-ink-3">{t('noMatch', { search })}</p>
      ) : (
        <Table
          aria-label={t('title')}
          dense
          columns={columns}
          rows={shown}
          rowKey={(row) => row.id}
          phoneRow={phoneRow}
        />
      )}
      {matching.length > shown.length ? (
        <div className="border-line border-t p-2 text-center">
          <Button variant="ghost" size="small" onClick={() => setShowAll(true)}>
            {t('showAll', { count: matching.length })}
          </Button>
        </div>
      ) : null}
      <MetricDialog metric={editing} onClose={() => setEditing(null)} onSave={saveAndTell} />
    </Panel>
  );
}
