'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useDatasourceState } from '@/components/live/use-datasource-state';
import { Age } from '@/components/ui/age';
import { useNow } from '@/components/ui/clock';
import { Heartbeat } from '@/components/ui/heartbeat';
import { Panel, PanelHead } from '@/components/ui/panel';
import { StatusDot } from '@/components/ui/status-mark';
import { type DatasourceSummary, STATUSES_BY_ATTENTION } from '@/lib/datasource/schema';
import type { Overview } from '@/lib/workspace/overview-schema';
import { prepareBeats } from './prepare-beats';

const SHOWN_MAX = 8;
const MINUTE_MS = 60_000;

type StatusOf = (datasource: DatasourceSummary) => DatasourceSummary['status'];

/** The heartbeat of each datasource over the last hour, what is wrong first. */
export function HealthPanel({ overview, statusOf }: { overview: Overview; statusOf: StatusOf }) {
  const t = useTranslations('overview.health');
  const { datasources, refusedMinutes } = overview;
  const shown = datasources
    .toSorted((a, b) => STATUSES_BY_ATTENTION.indexOf(a.status) - STATUSES_BY_ATTENTION.indexOf(b.status))
    .slice(0, SHOWN_MAX);
  return (
    <Panel labelledBy="health">
      <PanelHead id="health" title={t('title')} note={t('lastHour')}>
        <Link href="/datasources" className="me-2 font-[550] text-ink-2 text-small hover:text-ink">
          {t('all', { count: datasources.length })}
        </Link>
      </PanelHead>
      {datasources.length === 0 ? (
        <p className="px-4 py-4 text-dense text-ink-2">
          {t.rich('none', {
            link: (words) => (
              <Link href="/datasources?new" className="link-in-text">
                {words}
              </Link>
            ),
          })}
        </p>
      ) : (
        <ul>
          {shown.map((datasource) => (
            <HealthRow
              key={datasource.id}
              datasource={datasource}
              status={statusOf(datasource)}
              refused={refusedMinutes[datasource.id]}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

type RowProps = {
  datasource: DatasourceSummary;
  status: DatasourceSummary['status'];
  refused: readonly number[] | undefined;
};

function HealthRow({ datasource, status, refused }: RowProps) {
  const t = useTranslations('overview.health');
  const tu = useTranslations('ui.status');
  const now = useNow();
  const live = useDatasourceState(datasource.id);
  const at = live
    ? live.lastMessageAt
    : datasource.lastMessageAt === null
      ? null
      : Date.parse(datasource.lastMessageAt);
  const beats = prepareBeats({
    readings: datasource.minutes,
    refused,
    staleAfterSeconds: datasource.staleAfterSeconds,
    lastMinutesAgo: at === null ? null : (now - at) / MINUTE_MS,
  });
  return (
    <li className="relative grid min-h-9 grid-cols-[minmax(0,1fr)_104px_60px] items-center gap-3 border-line border-b px-4 py-1.5 text-dense last:border-b-0 hover:bg-hover">
      <span className="flex min-w-0 items-center gap-2">
        <StatusDot status={status} />
        <Link
          prefetch={false}
          href={`/datasources/${datasource.id}`}
          dir="auto"
          className="min-w-0 truncate after:absolute after:inset-0"
        >
          {datasource.name}
          <span className="sr-only">, {tu(status)}</span>
        </Link>
      </span>
      <Heartbeat beats={beats} label={t('beats', { name: datasource.name })} />
      <span className="num truncate text-end text-ink-2 text-small">
        {status === 'error' ? (
          <span className="text-act-text">{t('refused')}</span>
        ) : at === null ? (
          <span className="text-ink-3">{t('never')}</span>
        ) : (
          <Age at={at} form="short" />
        )}
      </span>
    </li>
  );
}
