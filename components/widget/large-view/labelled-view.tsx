'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatNumber } from '@/lib/widget/format-value';
import type { LabelledValues } from '@/lib/widget/read-structure';
import type { WidgetOf } from '@/lib/widget/schema';
import type { WidgetState } from '@/lib/widget/widget-state';
import { cardSeverity } from '../alert-look';
import { CardFoot } from '../card-foot';
import { useLabelText } from '../chart/use-label-text';
import { limitOf, unitOf } from '../reading-facts';
import { LabelledPlot } from './labelled-plot';
import { ValueTable } from './value-table';

type Props = {
  widget: WidgetOf<'line_chart' | 'bar_chart'>;
  state: WidgetState;
  kind: 'line' | 'bar';
  labelled: LabelledValues | undefined;
};

/** All labels with room to read them, scrolled sideways where there are many, and the exact values. */
export function LabelledView({ widget, state, kind, labelled }: Props) {
  const t = useTranslations('widget');
  const locale = useLocale();
  const labels = useLabelText();
  const unit = unitOf(widget.unit, state.values[0]);
  const withUnit = (value: number) =>
    Number.isFinite(value) ? `${formatNumber(value, locale, null)}${unit && ` ${unit}`}` : t('chart.gap');
  const foot = <CardFoot widget={widget} state={state} locale={locale} unit={unit} />;
  if (!labelled || labelled.labels.length === 0) return foot;
  const rows = labelled.labels.map((label, i) => {
    const value = labelled.values[i] ?? Number.NaN;
    return {
      id: i,
      label: labels.axis(label),
      full: labels.full(label),
      value: Number.isFinite(value) ? value : null,
    };
  });
  return (
    <div className="grid min-w-0 gap-3">
      <LabelledPlot
        kind={kind}
        rows={rows}
        limit={limitOf(widget)}
        severity={cardSeverity(widget, state)}
        withUnit={withUnit}
        label={t('chart.summary', {
          title: widget.title,
          count: rows.length,
          latest: withUnit(labelled.values.at(-1) ?? Number.NaN),
        })}
      />
      {foot}
      <ValueTable
        caption={t('large.table')}
        head={[t('large.label'), t('large.value')]}
        rows={rows.map(({ id, full, value }) => ({
          id: String(id),
          cells: [full, withUnit(value ?? Number.NaN)],
        }))}
      />
    </div>
  );
}
