'use client';

import { useTranslations } from 'next-intl';
import { formatNumber } from '@/lib/widget/format-value';
import type { LabelledValues } from '@/lib/widget/read-structure';
import { CardFoot } from '../card-foot';
import { ChartFigure } from '../chart/chart-figure';
import { useLabelText } from '../chart/use-label-text';
import { limitOf, unitOf } from '../reading-facts';
import { chartSize } from './chart-size';
import { CompactValue } from './compact-value';
import type { LookProps } from './look-props';

type Props = LookProps<'line_chart' | 'bar_chart'> & {
  kind: 'line' | 'bar';
  labelled: LabelledValues | undefined;
};

/** Values over their labels, as one reading brought them. */
export function LabelledChart({ widget, state, severity, inset, locale, kind, labelled }: Props) {
  const t = useTranslations('widget');
  const labels = useLabelText();
  const unit = unitOf(widget.unit, state.values[0]);
  const withUnit = (value: number, decimals = widget.decimals) =>
    `${formatNumber(value, locale, decimals)}${unit && ` ${unit}`}`;
  const latest = labelled?.values.at(-1);
  // Of a line the newest point leads, of bars the highest.
  const finite = labelled?.values.filter(Number.isFinite) ?? [];
  const leading = kind === 'line' || finite.length === 0 ? finite.at(-1) : Math.max(...finite);
  const points = labelled?.labels.map((label, i) => ({
    label: labels.axis(label),
    value: labelled.values[i] ?? Number.NaN,
  }));
  return (
    <>
      {leading === undefined ? null : <CompactValue text={withUnit(leading)} severity={severity} />}
      {points && points.length > 0 ? (
        <ChartFigure
          {...chartSize(widget.size, inset)}
          kind={kind}
          points={points}
          limit={limitOf(widget)}
          severity={severity}
          tone={widget.tone}
          old={state.old}
          formatTick={(value) => formatNumber(value, locale, null)}
          textOf={(index) => ({
            label: labels.full(labelled?.labels[index] ?? ''),
            value: Number.isFinite(points[index]?.value)
              ? withUnit(points[index]?.value ?? 0, null)
              : t('chart.gap'),
          })}
          summary={t('chart.summary', {
            title: widget.title,
            count: points.length,
            latest: latest === undefined ? '–' : withUnit(latest),
          })}
        />
      ) : null}
      <CardFoot
        widget={widget}
        state={state}
        locale={locale}
        unit={unit}
        after={kind === 'line' && latest !== undefined ? t('foot.latest', { value: withUnit(latest) }) : null}
      />
    </>
  );
}
