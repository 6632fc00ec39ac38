'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { endpointName } from '@/components/inspector/endpoint-name';
import { useMetrics } from '@/components/live/use-metrics';
import { Columns } from '@/components/shell/page';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Note } from '@/components/ui/note';
import { Panel, PanelHead } from '@/components/ui/panel';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Spinner } from '@/components/ui/spinner';
import { Switch } from '@/components/ui/switch';
import type { MetricDetail } from '@/lib/datasource/metric-schema';
import type { Fields } from '@/lib/field-rules/fields-schema';
import { fieldRulesSchema } from '@/lib/field-rules/schema';
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

/** Choose by the last messages how later ones are read, and see at once what comes out. */
export function FieldsContent({ datasourceId, fields: initial, metrics: initialMetrics, mayWrite }: Props) {
  const t = useTranslations('fields');
  const format = useFormatter();
  const form = useFields(datasourceId, initial, initialMetrics);
  const { samples, keys, draft, rules, refresh } = form;
  const [shown, setShown] = useState(0);
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
            <TimePanel keys={keys} draft={draft} sample={sample} mayWrite={mayWrite} onChange={form.change} />
            {sample ? (
              <PreviewPanel sample={sample} rules={rules} draft={draft} metrics={form.metrics} />
            ) : null}
          </>
        }
      >
        <Panel labelledBy="fields-keys">
          <PanelHead id="fields-keys" title={t('table.label')} count={keys.length} className="flex-wrap">
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
          <FieldsTable keys={keys} draft={draft} sample={sample} mayWrite={mayWrite} onChange={form.change} />
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
