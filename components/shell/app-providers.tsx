'use client';

import { getNonce, setNonce } from 'get-nonce';
import { Direction, Tooltip } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { config as configureZod } from 'zod/v4/core';
import { syncClock } from '@/components/ui/clock';
import { Toaster } from '@/components/ui/toaster';

// The content security policy forbids `eval`; zod would try it and leave a complaint in the console.
configureZod({ jitless: true });

type Props = {
  direction: 'ltr' | 'rtl';
  nonce: string | undefined;
  serverNow: number;
  children: ReactNode;
};

/** What every page needs around it in the browser. */
export function AppProviders({ direction, nonce, serverNow, children }: Props) {
  useState(() => {
    if (typeof document === 'undefined') return; // on the server this module is shared by all requests
    // The document keeps the nonce it came with; a later one, of a page fetched into it, is not valid here.
    if (nonce && !getNonce()) setNonce(nonce);
    syncClock(serverNow);
  });
  return (
    <Direction.Provider dir={direction}>
      <Tooltip.Provider delayDuration={400} skipDelayDuration={200}>
        {children}
        <Toaster />
      </Tooltip.Provider>
    </Direction.Provider>
  );
}
