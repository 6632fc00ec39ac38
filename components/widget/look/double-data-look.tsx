'use client';

import { cn } from '@/components/ui/class-names';
import { formatValue } from '@/lib/widget/format-value';
import { CardFoot } from '../card-foot';
import { unitOf } from '../reading-facts';
import { CardValue } from './card-value';
import type { LookProps } from './look-props';

/** DoubleData: the primary value leads, the secondary stands beside it. */
export function DoubleDataLook({ widget, state, severity, locale }: LookProps<'double_data'>) {
  const [primary, secondary] = state.values;
  const unit = unitOf(widget.unit, primary);
  const secondaryUnit = unitOf(widget.secondaryUnit, secondary);
  const isLarge = widget.size === 'large';
  return (
    <>
      <div
        className={cn(
          'flex flex-wrap gap-x-3',
          isLarge ? 'items-end gap-x-6' : 'items-baseline justify-between',
        )}
      >
        <span className="max-w-full" title={widget.primarySubKey}>
          {isLarge ? <SubKey name={widget.primarySubKey} /> : null}
          <CardValue
            reading={primary}
            unit={unit}
            decimals={widget.decimals}
            size={widget.size}
            severity={severity}
            old={state.old}
            locale={locale}
          />
        </span>
        {widget.secondarySubKey === '' ? null : (
          <span
            data-part="secondary"
            title={widget.secondarySubKey}
            className={cn('shrink-0', state.old ? 'text-ink-3' : 'text-ink')}
          >
            {isLarge ? <SubKey name={widget.secondarySubKey} /> : null}
            <span className="ltr flex items-baseline gap-1">
              <bdi className={cn('num font-semibold', isLarge ? 'text-title' : 'text-dense')}>
                {formatValue(secondary?.value, locale, widget.decimals)}
              </bdi>
              {secondaryUnit ? <span className="text-ink-3 text-small">{secondaryUnit}</span> : null}
            </span>
          </span>
        )}
      </div>
      <CardFoot widget={widget} state={state} locale={locale} unit={unit} />
    </>
  );
}

const SubKey = ({ name }: { name: string }) => (
  <span className="code-text ltr block truncate text-ink-3">{name}</span>
);
