'use client';

import { Popover as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './class-names';

type Props = {
  trigger: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  label?: string;
  className?: string;
  children: ReactNode;
} & Pick<ComponentProps<typeof Radix.Content>, 'align' | 'side'>;

/** A small panel at what opened it. */
export function Popover({
  trigger,
  open,
  onOpenChange,
  label,
  align = 'start',
  side,
  className,
  children,
}: Props) {
  return (
    <Radix.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          {...(side ? { side } : {})}
          sideOffset={6}
          collisionPadding={8}
          className={cn(
            'z-50 max-w-[calc(100vw-16px)] animate-fade rounded-md bg-raised p-3 text-dense text-ink shadow-float outline-none',
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
