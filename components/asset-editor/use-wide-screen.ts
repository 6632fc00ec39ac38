'use client';

import { useSyncExternalStore } from 'react';

/** The `md` breakpoint: below it there is no room for two panels. */
const QUERY = '(min-width: 900px)';

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(QUERY);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** Is there room to edit? On a phone an asset can only be looked at. */
export const useWideScreen = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => window.matchMedia(QUERY).matches,
    () => true,
  );
