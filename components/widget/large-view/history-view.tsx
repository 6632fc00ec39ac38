'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { Widget } from '@/lib/widget/schema';
import type { WidgetState } from '@/lib/widget/widget-state';
import { cardSeverity } from '../alert-look';
import { isNumericReading, limitOf, unitOf } from '../reading-facts';
import { HISTORY_RANGES, type HistoryRange, RANGE_NAMES, rangeFor } from './history-ranges';
import { HistorySection } from './history-section';

type Props = { widget: Widget & { windowSeconds?: number }; state: WidgetState; datasourceId: string | null };

/** History of a numeric value over a range of the reader's choice. */
export function HistoryView({ widget, state, datasourceId }: Props) {
  const t = useTranslations('widget.large');
  const [range, setRange] = useState<HistoryRange>(() => rangeFor(widget.windowSeconds ?? 3600));
  const [reading] = state.values;
  if (!isNumericReading(reading)) return <p className="py-8 text-center text-ink-2">{t('noHistory')}</p>;
  return (
    <div className="grid min-w-0 gap-4">
      <RangeControl range={range} onChange={setRange} />
      <HistorySection
        datasourceId={datasourceId}
        dataKey={widget.dataKey}
        name={widget.title}
        unit={unitOf(widget.unit, reading)}
        limit={limitOf(widget)}
        severity={cardSeverity(widget, state)}
        windowMs={HISTORY_RANGES[range] * 1000}
        height={280}
      />
    </div>
  );
}

/** Choice of the time range. */
export function RangeControl({
  range,
  onChange,
}: {
  range: HistoryRange;
  onChange: (range: HistoryRange) => void;
}) {
  const t = useTranslations('widget.large');
  return (
    <SegmentedControl
      aria-label={t('range')}
      className="justify-self-start"
      value={range}
      onValueChange={onChange}
      segments={RANGE_NAMES.map((name) => ({ value: name, label: t(name) }))}
    />
  );
}
