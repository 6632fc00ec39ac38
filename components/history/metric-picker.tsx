'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DataKey, MetricName } from '@/components/datasource/metrics/metric-name';
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
  const add = (metric: HistoryMetric) => {
    onAdd(metric);
    setOpen(false);
    setSearch('');
  };
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
      className="w-80 p-1"
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
          onKeyDown={({ key }) => {
            const [first] = matching;
            if (key === 'Enter' && first) add(first);
          }}
        />
      ) : null}
      <ul className="max-h-72 overflow-y-auto">
        {matching.slice(0, SHOWN_MAX).map((metric) => (
          <li key={metric.id}>
            <button
              type="button"
              className="flex min-h-8 w-full items-center gap-2 rounded-sm px-2 text-start hover:bg-hover max-md:min-h-11"
              onClick={() => add(metric)}
            >
              <MetricName metric={metric} className="max-w-1/2 shrink-0" />
              <DataKey dataKey={metric.key} className="ms-auto text-ink-3" />
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
