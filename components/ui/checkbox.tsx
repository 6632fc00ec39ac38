'use client';

import { Check, Minus } from 'lucide-react';
import { Checkbox as Radix } from 'radix-ui';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { cn } from './class-names';

type Props = Omit<ComponentProps<typeof Radix.Root>, 'children'> & { label?: ReactNode };

/** One tick box with its words; without `label` give `aria-label`. */
export function Checkbox({ label, className, id, ...rest }: Props) {
  const ownId = useId();
  const boxId = id ?? ownId;
  const box = (
    <Radix.Root
      {...rest}
      id={boxId}
      className={cn(
        'touch-target grid size-4 shrink-0 place-items-center rounded-sm border-[1.5px] border-line-control bg-surface text-accent-ink',
        'data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent',
        'disabled:cursor-not-allowed disabled:opacity-50',
        className,
      )}
    >
      <Radix.Indicator>
        {rest.checked === 'indeterminate' ? (
          <Minus aria-hidden="true" className="size-3 stroke-[3]" />
        ) : (
          <Check aria-hidden="true" className="size-3 stroke-[3]" />
        )}
      </Radix.Indicator>
    </Radix.Root>
  );
  if (label === undefined) return box;
  return (
    <span className="flex items-center gap-2 text-dense max-md:min-h-11 max-md:text-base">
      {box}
      <label htmlFor={boxId}>{label}</label>
    </span>
  );
}
