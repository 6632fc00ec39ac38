'use client';

import { Tooltip as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { Kbd } from './kbd';

type Props = {
  content: ReactNode;
  shortcut?: string;
  side?: ComponentProps<typeof Radix.Content>['side'];
  children: ReactNode;
};

/** Says more about what it wraps (one focusable element) on hover and on focus. */
export function Tooltip({ content, shortcut, side = 'bottom', children }: Props) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-60 flex max-w-72 animate-fade items-center gap-2 rounded-md bg-raised px-2 py-1 text-ink text-small shadow-float"
        >
          {content}
          {shortcut ? <Kbd>{shortcut}</Kbd> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
