'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { subKey } from '@/lib/widget/kinds/double-data';
import type { WidgetOf } from '@/lib/widget/schema';
import type { WidgetState } from '@/lib/widget/widget-state';
import { cardSeverity } from '../alert-look';
import { isNumericReading, limitOf, unitOf } from '../reading-facts';
import { HISTORY_RANGES, type HistoryRange } from './history-ranges';
import { HistorySection } from './history-section';
import { RangeControl } from './history-view';

type Props = { widget: WidgetOf<'double_data'>; state: WidgetState; datasourceId: string | null };

/** Both values over the same range, one below the other: two units on one axis would mislead. */
export function DoubleHistoryView({ widget, state, datasourceId }: Props) {
  const t = useTranslations('widget.large');
  const [range, setRange] = useState<HistoryRange>('hour');
  const [primary, secondary] = state.values;
  const shared = {
    datasourceId,
    windowMs: HISTORY_RANGES[range] * 1000,
    height: 180,
  };
  if (!isNumericReading(primary)) return <p className="py-8 text-center text-ink-2">{t('noHistory')}</p>;
  return (
    <div className="grid min-w-0 gap-4">
      <RangeControl range={range} onChange={setRange} />
      <HistorySection
        {...shared}
        dataKey={subKey(widget, widget.primarySubKey)}
        name={`${t('primary')}: ${widget.primarySubKey}`}
        unit={unitOf(widget.unit, primary)}
        limit={limitOf(widget)}
        severity={cardSeverity(widget, state)}
        hasHeading
      />
      {widget.secondarySubKey && isNumericReading(secondary) ? (
        <HistorySection
          {...shared}
          dataKey={subKey(widget, widget.secondarySubKey)}
          name={`${t('secondary')}: ${widget.secondarySubKey}`}
          unit={unitOf(widget.secondaryUnit, secondary)}
          hasHeading
        />
      ) : null}
    </div>
  );
}
