'use client';

import { Switch as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './class-names';
import { useFieldControl } from './field';

/** On or off, at once. Inside a `Field` the label is its name; elsewhere give `aria-label`. */
export function Switch({ className, ...rest }: ComponentProps<typeof Radix.Root>) {
  const field = useFieldControl();
  return (
    <Radix.Root
      {...field}
      {...rest}
      className={cn(
        'relative h-[18px] w-[30px] shrink-0 justify-self-end rounded-full bg-line-control transition-colors duration-(--duration)',
        'after:absolute after:-inset-x-1.5 after:-inset-y-2.5 data-[state=checked]:bg-accent',
        'focus-visible:rounded-full disabled:cursor-not-allowed disabled:opacity-50',
        className,
      )}
    >
      <Radix.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-[oklch(1_0_0)] transition-transform duration-(--duration) data-[state=checked]:translate-x-3.5 rtl:-translate-x-0.5 rtl:data-[state=checked]:-translate-x-3.5" />
    </Radix.Root>
  );
}
