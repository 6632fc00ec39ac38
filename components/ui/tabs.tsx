'use client';

import { Tabs as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './class-names';

/** `<Tabs defaultValue="a"><TabList aria-label="…"><Tab value="a">…</Tab></TabList><TabPanel value="a">…</TabPanel></Tabs>` */
export const Tabs = Radix.Root;

export function TabList({ className, children, ...rest }: ComponentProps<typeof Radix.List>) {
  return (
    <Radix.List
      {...rest}
      className={cn('flex gap-1 overflow-x-auto border-line border-b px-2 [scrollbar-width:none]', className)}
    >
      {children}
    </Radix.List>
  );
}

export function Tab({ className, ...rest }: ComponentProps<typeof Radix.Trigger>) {
  return (
    <Radix.Trigger
      {...rest}
      className={cn(
        'relative h-10 whitespace-nowrap px-2.5 font-medium text-dense text-ink-2 hover:text-ink focus-visible:-outline-offset-2 max-md:h-11 max-md:px-3',
        'data-[state=active]:font-semibold data-[state=active]:text-ink',
        'data-[state=active]:after:absolute data-[state=active]:after:inset-x-2 data-[state=active]:after:-bottom-px data-[state=active]:after:h-0.5 data-[state=active]:after:rounded-t-sm data-[state=active]:after:bg-accent',
        className,
      )}
    />
  );
}

export function TabPanel({ className, ...rest }: ComponentProps<typeof Radix.Content>) {
  return <Radix.Content {...rest} className={cn('focus-visible:-outline-offset-2', className)} />;
}
