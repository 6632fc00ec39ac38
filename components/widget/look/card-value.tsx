'use client';

import { cn } from '@/components/ui/class-names';
import type { Severity } from '@/lib/alert/schema';
import type { WidgetReading } from '@/lib/widget/definition';
import { formatValue } from '@/lib/widget/format-value';
import type { Widget } from '@/lib/widget/schema';
import { VALUE_COLOR } from '../alert-look';
import { AnimatedNumber } from '../animated-number';

const TEXT_SIZE: Record<Widget['size'], string> = {
  small: 'text-[18px] leading-6',
  medium: 'text-[22px] leading-7',
  large: 'text-figure',
};
/** A long text in the size of a figure would be cut after a few letters. */
const LONG_TEXT = 9;

type Props = {
  reading: WidgetReading | undefined;
  unit: string;
  decimals: number | null;
  size: Widget['size'];
  severity: Severity | undefined;
  old: boolean;
  locale: string;
};

/** The leading value of a card: a figure that runs to its new value, or a text as it came. */
export function CardValue({ reading, unit, decimals, size, severity, old, locale }: Props) {
  const value = reading?.value;
  const isNumber = typeof value === 'number';
  const text = formatValue(value, locale, decimals);
  return (
    <span
      data-part="value"
      title={isNumber ? undefined : text}
      className={cn(
        'flex w-fit min-w-0 max-w-full items-baseline gap-1 font-semibold tracking-[-0.02em]',
        // A figure and its unit are read left to right in every language.
        isNumber && 'ltr',
        TEXT_SIZE[size],
        severity ? VALUE_COLOR[severity] : old || value === undefined ? 'text-ink-3' : 'text-ink',
      )}
    >
      {isNumber ? (
        <AnimatedNumber value={value} locale={locale} decimals={decimals} className="num" />
      ) : (
        <bdi className={cn('truncate', text.length > LONG_TEXT && 'text-lead')}>{text}</bdi>
      )}
      {unit && isNumber ? (
        <span className="shrink-0 font-[450] text-ink-3 text-small tracking-normal">{unit}</span>
      ) : null}
    </span>
  );
}
