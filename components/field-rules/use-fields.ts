'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useRefreshed } from '@/components/datasource/use-refreshed';
import { toast } from '@/components/ui/toast-store';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import { type MetricDetail, metricListSchema } from '@/lib/datasource/metric-schema';
import { type Fields, fieldsSchema } from '@/lib/field-rules/fields-schema';
import { NO_FIELD_RULES } from '@/lib/field-rules/schema';
import { collectKeys, draftFrom, type FieldsDraft, namesOf, rulesOf } from './prepare-fields';

/** The rules as they are saved, as they stand in the form, and the messages to choose by. */
export function useFields(datasourceId: string, initial: Fields, initialMetrics: readonly MetricDetail[]) {
  const t = useTranslations('fields');
  const problemText = useProblemText();
  const path = `/api/v1/datasources/${datasourceId}/fields`;
  const { value: fields, refresh } = useRefreshed(path, fieldsSchema, initial);
  const metricList = useRefreshed(`/api/v1/datasources/${datasourceId}/metrics`, metricListSchema, {
    metrics: [...initialMetrics],
  });
  const { metrics } = metricList.value;
  const [edited, setEdited] = useState<FieldsDraft | null>(null);
  const [busy, setBusy] = useState(false);
  const savedRules = fields.rules ?? NO_FIELD_RULES;
  const keys = useMemo(
    () => collectKeys(fields.samples, savedRules, metrics),
    [fields.samples, savedRules, metrics],
  );
  const timeKeys = useMemo(() => collectKeys(fields.samples, savedRules, []), [fields.samples, savedRules]);
  const saved = useMemo(() => draftFrom(keys, savedRules, metrics), [keys, savedRules, metrics]);
  // Keys that came while one was typing join what stands in the form.
  const draft = edited ? { ...edited, fields: { ...saved.fields, ...edited.fields } } : saved;
  const rules = rulesOf(draft);

  const save = async () => {
    setBusy(true);
    try {
      await api.act('PUT', path, { rules, names: namesOf(draft, fields.samples, metrics) });
      await Promise.all([refresh(), metricList.refresh()]);
      setEdited(null);
      toast.success(t('saved'), { description: t('savedText') });
    } catch (error) {
      toast.error(t('failed'), { description: problemText(error) });
    } finally {
      setBusy(false);
    }
  };

  return {
    samples: fields.samples,
    metrics,
    keys,
    /** Those that a message's time may be under: of messages that are there to look at. */
    timeKeys,
    draft,
    rules,
    isChanged: edited !== null && JSON.stringify(draft) !== JSON.stringify(saved),
    change: setEdited,
    discard: () => setEdited(null),
    save,
    busy,
    refresh,
  };
}
