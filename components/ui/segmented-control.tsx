'use client';

import { ToggleGroup as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './class-names';

export type Segment<T extends string> = {
  value: T;
  label: ReactNode;
  icon?: ReactNode;
  count?: number;
  title?: string;
};

type Props<T extends string> = {
  value: T;
  onValueChange: (value: T) => void;
  segments: readonly Segment<T>[];
  'aria-label': string;
  className?: string;
};

/** One of a few, all in sight: filters, modes. On a phone the row scrolls sideways. */
export function SegmentedControl<T extends string>({
  value,
  onValueChange,
  segments,
  className,
  ...rest
}: Props<T>) {
  return (
    <Radix.Root
      {...rest}
      type="single"
      value={value}
      onValueChange={(next) => {
        if (next) onValueChange(next as T); // clicking the pressed one again would unpress it
      }}
      className={cn(
        'inline-flex gap-0.5 rounded-md bg-hover p-0.5 max-md:-mx-4 max-md:max-w-[100vw] max-md:gap-2 max-md:overflow-x-auto max-md:bg-transparent max-md:px-4 max-md:[scrollbar-width:none]',
        className,
      )}
    >
      {segments.map((segment) => (
        <Radix.Item
          key={segment.value}
          value={segment.value}
          title={segment.title}
          className={cn(
            'inline-flex h-7 items-center gap-1.5 whitespace-nowrap rounded-sm px-2.5 font-[550] text-ink-2 text-small hover:text-ink',
            'data-[state=on]:bg-raised data-[state=on]:text-ink data-[state=on]:shadow-[0_0_0_1px_var(--line),var(--elevation-button)]',
            'max-md:h-9 max-md:shrink-0 max-md:rounded-md max-md:border max-md:border-line-strong max-md:bg-surface max-md:px-3 max-md:text-dense max-md:data-[state=on]:border-ink max-md:data-[state=on]:shadow-none',
          )}
        >
          {segment.icon}
          {segment.label}
          {segment.count === undefined ? null : (
            <span className="num font-medium text-ink-3">{segment.count}</span>
          )}
        </Radix.Item>
      ))}
    </Radix.Root>
  );
}
