'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { metricName } from '@/components/datasource/metrics/prepare-metrics';
import { Button } from '@/components/ui/button';
import { SearchInput } from '@/components/ui/input';
import { Popover } from '@/components/ui/popover';
import { matchesWords } from '@/lib/match-words';
import { COMPARED_MAX, type HistoryMetric } from './metric-choice';

const SHOWN_MAX = 60;

type Props = {
  metrics: readonly HistoryMetric[];
  chosen: readonly HistoryMetric[];
  onAdd: (metric: HistoryMetric) => void;
};

/** Adds a metric beside those that are shown. */
export function MetricPicker({ metrics, chosen, onAdd }: Props) {
  const t = useTranslations('history');
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const left = metrics.filter((metric) => !chosen.includes(metric));
  if (left.length === 0) return null;
  const matching = left.filter((metric) => matchesWords(`${metric.displayName ?? ''} ${metric.key}`, search));
  return (
    <Popover
      label={t('compare')}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setSearch('');
      }}
      align="end"
      className="w-72 p-1"
      trigger={
        <Button
          icon={<Plus aria-hidden="true" className="size-3.5" />}
          disabled={chosen.length >= COMPARED_MAX}
        >
          {t('compare')}
        </Button>
      }
    >
      {left.length > 8 ? (
        <SearchInput
          value={search}
          onValueChange={setSearch}
          placeholder={t('searchMetrics')}
          className="mb-1 w-full"
        />
      ) : null}
      <ul className="max-h-72 overflow-y-auto">
        {matching.slice(0, SHOWN_MAX).map((metric) => (
          <li key={metric.id}>
            <button
              type="button"
              className="flex min-h-8 w-full items-center gap-2 rounded-sm px-2 text-start hover:bg-hover max-md:min-h-11"
              onClick={() => {
                onAdd(metric);
                setOpen(false);
              }}
            >
              <bdi className="min-w-0 truncate">{metricName(metric)}</bdi>
              <span className="ltr ms-auto truncate font-mono text-ink-3 text-small">{metric.key}</span>
            </button>
          </li>
        ))}
      </ul>
      {matching.length === 0 ? (
        <p className="p-2 text-center text-ink-3">{t('noMetric', { search })}</p>
      ) : null}
    </Popover>
  );
}
