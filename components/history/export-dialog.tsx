'use client';

import { Download } from 'lucide-react';
import { useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { zoneOffsetMs } from '@/components/widget/chart/time-ticks';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  LAYOUTS,
  type Layout,
} from '@/lib/telemetry/history/export/export-query';
import type { HistoryMetric } from './metric-choice';
import type { TimeView } from './time-view';

type Props = {
  datasourceId: string;
  chosen: readonly HistoryMetric[];
  metricCount: number;
  view: TimeView;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

const RANGES = ['view', 'everything'] as const;
const WHICH = ['shown', 'every'] as const;
const CLOCKS = ['utc', 'local'] as const;

/** Readings as a file: which, of when, in what form. The browser saves it while it is made. */
export function ExportDialog({ datasourceId, chosen, metricCount, view, open, onOpenChange }: Props) {
  const t = useTranslations('history.export');
  const tu = useTranslations('ui');
  const timeZone = useTimeZone() ?? 'UTC';
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [layout, setLayout] = useState<Layout>('wide');
  const [range, setRange] = useState<(typeof RANGES)[number]>('view');
  const [which, setWhich] = useState<(typeof WHICH)[number]>('shown');
  const [clock, setClock] = useState<(typeof CLOCKS)[number]>('utc');
  const query = new URLSearchParams({
    ...{ format, layout },
    ...(range === 'view' ? { from: String(Math.floor(view.from)), to: String(Math.ceil(view.to)) } : {}),
    ...(which === 'shown' ? { metrics: chosen.map(({ key }) => key).join(',') } : {}),
    ...(clock === 'local' && format !== 'parquet'
      ? { offset: offsetText(zoneOffsetMs(timeZone, view.to)) }
      : {}),
  });
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title')}
      description={t('text')}
      footer={
        <>
          <DialogClose>
            <Button>{tu('cancel')}</Button>
          </DialogClose>
          <a
            href={`/api/v1/datasources/${datasourceId}/export?${query}`}
            download
            className={buttonStyle({ variant: 'primary' })}
            onClick={() => onOpenChange(false)}
          >
            <Download aria-hidden="true" className="size-4" />
            {t('save')}
          </a>
        </>
      }
    >
      <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
        <Field label={t('format')} hint={t(`formatHint.${format}`)}>
          <Select
            value={format}
            onValueChange={setFormat}
            options={EXPORT_FORMATS.map((value) => ({ value, label: t(`formats.${value}`) }))}
          />
        </Field>
        <Field label={t('layout')} hint={t(`layoutHint.${layout}`)}>
          <Select
            value={layout}
            onValueChange={setLayout}
            options={LAYOUTS.map((value) => ({ value, label: t(`layouts.${value}`) }))}
          />
        </Field>
        <Field label={t('range')}>
          <Select
            value={range}
            onValueChange={setRange}
            options={RANGES.map((value) => ({ value, label: t(`ranges.${value}`) }))}
          />
        </Field>
        <Field label={t('metrics')}>
          <Select
            value={which}
            onValueChange={setWhich}
            options={WHICH.map((value) => ({
              value,
              label: t(`which.${value}`, { count: value === 'shown' ? chosen.length : metricCount }),
            }))}
          />
        </Field>
        {format === 'parquet' ? null : (
          <Field label={t('clock')}>
            <Select
              value={clock}
              onValueChange={setClock}
              options={CLOCKS.map((value) => ({ value, label: t(`clocks.${value}`, { zone: timeZone }) }))}
            />
          </Field>
        )}
      </div>
    </Dialog>
  );
}

function offsetText(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  if (minutes === 0) return 'Z';
  const part = (value: number) => String(value).padStart(2, '0');
  return `${ms < 0 ? '-' : '+'}${part(Math.floor(minutes / 60))}:${part(minutes % 60)}`;
}
