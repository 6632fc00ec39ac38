'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { isMismatch } from '@/components/datasource/prepare-value';
import { Value } from '@/components/datasource/value';
import { useReading } from '@/components/live/use-reading';
import { Age } from '@/components/ui/age';
import { Tooltip } from '@/components/ui/tooltip';
import type { ReadingValue } from '@/lib/live/protocol';
import type { MetricRow } from './prepare-metrics';

/** The newest reading: live, and until the stream is open as the server listed it. */
function useNewest(row: MetricRow): { value: ReadingValue; time: number } | undefined {
  const reading = useReading(row.datasourceId, row.key);
  if (reading) return reading;
  return row.latest
    ? { value: row.latest.value as ReadingValue, time: Date.parse(row.latest.time) }
    : undefined;
}

export function ValueCell({ row }: { row: MetricRow }) {
  const t = useTranslations('datasource.list');
  const newest = useNewest(row);
  if (!newest) return <span className="text-ink-3">{t('none')}</span>;
  return (
    <span className="inline-flex max-w-full items-center gap-2">
      {row.mismatches > 0 && !isMismatch(newest.value, row.kind) ? <Mismatches row={row} /> : null}
      <Value value={newest.value} kind={row.kind} unit={row.unit} />
    </span>
  );
}

export function AgeCell({ row, oldAfterMs }: { row: MetricRow; oldAfterMs: number }) {
  const newest = useNewest(row);
  if (!newest) return null;
  return <Age at={newest.time} form="short" oldAfterMs={oldAfterMs} className="num text-ink-3" />;
}

/** How often something of another kind came. */
function Mismatches({ row }: { row: MetricRow }) {
  const t = useTranslations('datasource.metrics');
  const text = t('mismatches', { count: row.mismatches, value: row.lastMismatch ?? '' });
  return (
    <Tooltip content={text}>
      <button type="button" className="relative inline-flex items-center gap-0.5 text-look-text text-small">
        <TriangleAlert aria-hidden="true" className="size-3" />
        <span aria-hidden="true" className="num">
          {row.mismatches}
        </span>
        <span className="sr-only">{text}</span>
      </button>
    </Tooltip>
  );
}
