'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { endpointName } from '@/components/inspector/endpoint-name';
import { useMetrics } from '@/components/live/use-metrics';
import { Columns } from '@/components/shell/page';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SearchInput } from '@/components/ui/input';
import { Note } from '@/components/ui/note';
import { Panel, PanelHead } from '@/components/ui/panel';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Spinner } from '@/components/ui/spinner';
import { Switch } from '@/components/ui/switch';
import type { MetricDetail } from '@/lib/datasource/metric-schema';
import type { Fields } from '@/lib/field-rules/fields-schema';
import { fieldRulesSchema } from '@/lib/field-rules/schema';
import { matchesWords } from '@/lib/match-words';
import { FieldsTable } from './fields-table';
import { PreviewPanel } from './preview-panel';
import { TimePanel } from './time-panel';
import { UnitList } from './unit-list';
import { useFields } from './use-fields';

type Props = {
  datasourceId: string;
  fields: Fields;
  metrics: readonly MetricDetail[];
  mayWrite: boolean;
};

/** What came is written down a moment after the stream told of it. */
const WRITTEN_AFTER_MS = 1_500;
/** So many are overlooked at a glance. */
const SEARCHED_FROM = 12;
/** More lines than this are shown when asked for. */
const KEYS_FIRST = 100;

/** Choose by the last messages how later ones are read, and see at once what comes out. */
export function FieldsContent({ datasourceId, fields: initial, metrics: initialMetrics, mayWrite }: Props) {
  const t = useTranslations('fields');
  const format = useFormatter();
  const form = useFields(datasourceId, initial, initialMetrics);
  const { samples, keys, draft, rules, refresh } = form;
  const [shown, setShown] = useState(0);
  const [search, setSearch] = useState('');
  const [showAll, setShowAll] = useState(false);
  const matching = keys.filter((key) =>
    matchesWords(`${draft.fields[key]?.displayName ?? ''} ${key}`, search),
  );
  const sample = samples[shown] ?? samples[0];
  const isWrong = !fieldRulesSchema.safeParse(rules).success;
  const isEmpty = keys.length === 0;

  // The first message makes the page: it is asked for as soon as the stream tells of it.
  const hasMetrics = useMetrics(datasourceId).length > 0;
  useEffect(() => {
    if (!hasMetrics || !isEmpty) return;
    void refresh();
    const timer = setTimeout(() => void refresh(), WRITTEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [hasMetrics, isEmpty, refresh]);

  if (isEmpty)
    return (
      <Panel>
        <EmptyState
          title={t('empty.title')}
          actions={
            <ButtonLink variant="primary" href={`/datasources/${datasourceId}/connect`}>
              {t('empty.connect')}
            </ButtonLink>
          }
          footer={
            <span className="inline-flex items-center gap-2">
              <Spinner /> {t('empty.waiting')}
            </span>
          }
        >
          {t('empty.text')}
        </EmptyState>
      </Panel>
    );

  return (
    <>
      <UnitList />
      <p className="mb-4 max-w-[88ch] text-dense text-ink-2">{t('lead')}</p>
      <Columns
        railWidth={384}
        rail={
          <>
            <TimePanel
              keys={form.timeKeys}
              draft={draft}
              sample={sample}
              mayWrite={mayWrite}
              onChange={form.change}
            />
            {sample ? (
              <PreviewPanel sample={sample} rules={rules} draft={draft} metrics={form.metrics} />
            ) : null}
          </>
        }
      >
        <Panel labelledBy="fields-keys">
          <PanelHead
            id="fields-keys"
            title={t('table.label')}
            count={keys.length}
            className="flex-wrap max-lg:pt-2"
          >
            {keys.length > SEARCHED_FROM ? (
              <SearchInput
                value={search}
                onValueChange={setSearch}
                placeholder={t('search')}
                className="h-7 w-40 max-md:h-10"
              />
            ) : null}
            {samples.length > 1 ? (
              <SegmentedControl
                aria-label={t('samples')}
                value={String(samples[shown] ? shown : 0)}
                onValueChange={(value) => setShown(Number(value))}
                segments={samples.map((each, i) => ({
                  value: String(i),
                  title: endpointName(each) ?? '',
                  label: format.dateTime(new Date(each.at), {
                    hour: '2-digit',
                    minute: '2-digit',
                    second: '2-digit',
                    hourCycle: 'h23',
                  }),
                }))}
              />
            ) : null}
          </PanelHead>
          {sample?.isAsRead ? (
            <Note className="m-3" tone="inform">
              {t('asRead')}
            </Note>
          ) : null}
          <FieldsTable
            keys={showAll ? matching : matching.slice(0, KEYS_FIRST)}
            draft={draft}
            sample={sample}
            mayWrite={mayWrite}
            onChange={form.change}
          />
          {matching.length === 0 ? (
            <p className="px-4 py-8 text-center text-dense text-ink-3">{t('noMatch', { search })}</p>
          ) : null}
          {matching.length > KEYS_FIRST && !showAll ? (
            <div className="border-line border-t p-2 text-center">
              <Button variant="ghost" size="small" onClick={() => setShowAll(true)}>
                {t('showAll', { count: matching.length })}
              </Button>
            </div>
          ) : null}
          <div className="flex items-center gap-3 border-line border-t px-4 py-3 text-dense">
            <Switch
              aria-labelledby="ignore-others"
              aria-describedby="ignore-others-hint"
              checked={draft.ignoreOthers}
              disabled={!mayWrite}
              onCheckedChange={(ignoreOthers) => form.change({ ...draft, ignoreOthers })}
            />
            <span>
              <span id="ignore-others" className="block font-[550]">
                {t('ignoreOthers')}
              </span>
              <span id="ignore-others-hint" className="block text-ink-3 text-small">
                {t('ignoreOthersHint')}
              </span>
            </span>
          </div>
        </Panel>
        {mayWrite ? (
          <div className="sticky bottom-3 z-10 flex flex-wrap items-center gap-2 rounded-md bg-raised px-4 py-2.5 text-dense shadow-float max-md:bottom-19">
            <span className="min-w-0 flex-1 text-ink-2 text-small">
              {t(isWrong ? 'wrong' : 'appliesLater')}
            </span>
            <Button size="small" disabled={!form.isChanged} onClick={form.discard}>
              {t('discard')}
            </Button>
            <Button
              size="small"
              variant="primary"
              disabled={!form.isChanged || isWrong}
              loading={form.busy}
              onClick={() => void form.save()}
            >
              {t('save')}
            </Button>
          </div>
        ) : null}
      </Columns>
    </>
  );
}
