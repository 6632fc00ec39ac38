'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { DataKey } from '@/components/datasource/metrics/metric-name';
import { isMismatch } from '@/components/datasource/prepare-value';
import { Value } from '@/components/datasource/value';
import { Panel, PanelHead } from '@/components/ui/panel';
import type { MetricDetail } from '@/lib/datasource/metric-schema';
import type { FieldSample } from '@/lib/field-rules/fields-schema';
import type { FieldRules } from '@/lib/field-rules/schema';
import type { ReadingValue } from '@/lib/live/protocol';
import { type FieldsDraft, previewOf } from './prepare-fields';

type Props = {
  sample: FieldSample;
  rules: FieldRules;
  draft: FieldsDraft;
  metrics: readonly MetricDetail[];
};

/** The message that is looked at as it would be stored, by the same function that stores it. */
export function PreviewPanel({ sample, rules, draft, metrics }: Props) {
  const t = useTranslations('fields.preview');
  const format = useFormatter();
  const { message, ignored } = previewOf(sample, rules);
  const cameAs = (stored: string) =>
    Object.entries(draft.fields).find(([key, field]) => (field.renamedTo.trim() || key) === stored)?.[1];
  const time = message.timeUs === undefined ? new Date(sample.at) : new Date(message.timeUs / 1000);
  return (
    <Panel labelledBy="fields-preview">
      <PanelHead id="fields-preview" title={t('title')} count={message.keys.length} />
      <p className="border-line border-b px-4 py-2 text-ink-3 text-small">
        {t(message.timeUs === undefined ? 'arrived' : 'at', {
          time: format.dateTime(time, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' }),
        })}
      </p>
      {message.keys.length === 0 ? (
        <p className="px-4 py-5 text-dense text-ink-3">{t('nothing')}</p>
      ) : (
        <ul className="text-dense">
          {message.keys.map((key, i) => {
            const value = message.values[i] as ReadingValue;
            const field = cameAs(key);
            const known = metrics.find((metric) => metric.key === key);
            const kind = field?.kind ?? known?.kind;
            return (
              <li
                key={key}
                className="flex min-h-9 items-center gap-3 border-line border-b px-4 py-1 last:border-b-0"
              >
                <span className="min-w-0 flex-1">
                  {field?.displayName.trim() ? (
                    <span className="block truncate font-[550]">
                      <bdi>{field.displayName.trim()}</bdi>
                    </span>
                  ) : null}
                  <DataKey dataKey={key} className="text-ink-2" />
                </span>
                <span className="max-w-[55%] shrink-0">
                  <Value
                    value={value}
                    kind={kind && isMismatch(value, kind) ? kind : formOf(value)}
                    unit={field?.unit.trim() || null}
                  />
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {ignored > 0 ? (
        <p className="border-line border-t px-4 py-2 text-ink-3 text-small">
          {t('ignored', { count: ignored })}
        </p>
      ) : null}
    </Panel>
  );
}

const formOf = (value: ReadingValue) =>
  typeof value === 'number'
    ? 'number'
    : typeof value === 'string'
      ? 'text'
      : typeof value === 'boolean'
        ? 'boolean'
        : 'structure';
