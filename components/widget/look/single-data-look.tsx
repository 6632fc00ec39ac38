'use client';

import { cn } from '@/components/ui/class-names';
import { CardFoot } from '../card-foot';
import { isNumericReading, unitOf } from '../reading-facts';
import { CardValue } from './card-value';
import type { LookProps } from './look-props';
import { ValueTrend } from './value-trend';

/** SingleData: one value, its trend, its age. */
export function SingleDataLook({
  widget,
  state,
  severity,
  inset,
  datasourceId,
  locale,
}: LookProps<'single_data'>) {
  const [reading] = state.values;
  const unit = unitOf(widget.unit, reading);
  const hasTrend = widget.showSparkline && widget.size !== 'small' && isNumericReading(reading);
  return (
    <>
      <div className={cn('flex gap-2', widget.size === 'large' ? 'flex-col' : 'items-end justify-between')}>
        <CardValue
          reading={reading}
          unit={unit}
          decimals={widget.decimals}
          size={widget.size}
          severity={severity}
          old={state.old}
          locale={locale}
        />
        {hasTrend ? (
          <ValueTrend widget={widget} datasourceId={datasourceId} severity={severity} inset={inset} />
        ) : null}
      </div>
      <CardFoot widget={widget} state={state} locale={locale} unit={unit} />
    </>
  );
}
