'use client';

import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';

type Props<T extends string> = {
  labelledBy: string;
  value: T;
  onValueChange: (value: T) => void;
  options: readonly { value: T; label: ReactNode; hint?: ReactNode }[];
};

/** Chooses one of a few, all of them in sight: rows in one box. */
export function RadioList<T extends string>({ labelledBy, value, onValueChange, options }: Props<T>) {
  return (
    <RadioGroup.Root
      aria-labelledby={labelledBy}
      value={value}
      onValueChange={(next) => onValueChange(next as T)}
      className="grid gap-px overflow-hidden rounded-md border border-line-control bg-line"
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          className="flex min-h-9 items-center gap-2.5 bg-surface px-3 py-1 text-start text-dense hover:bg-hover focus-visible:-outline-offset-2 data-[state=checked]:bg-accent-soft max-md:min-h-11"
        >
          <span
            aria-hidden="true"
            className="grid size-4 shrink-0 place-items-center rounded-full border border-line-control [[data-state=checked]>&]:border-accent"
          >
            <RadioGroup.Indicator className="size-2 rounded-full bg-accent" />
          </span>
          <span>
            {option.label}
            {option.hint ? <span className="text-ink-2 text-small"> · {option.hint}</span> : null}
          </span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
