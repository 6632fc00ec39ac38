'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import { setPaletteOpen, useShell } from './shell-store';

// Fetched when it is first opened: most visits never do.
const CommandPaletteDialog = lazy(() => import('./command-palette-dialog'));

/** Opens on Ctrl K (⌘ K) and from the sidebar. */
export function CommandPalette() {
  const open = useShell((state) => state.paletteOpen);
  const [wasOpened, setWasOpened] = useState(false);
  if (open && !wasOpened) setWasOpened(true);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.ctrlKey || event.metaKey) ||
        event.shiftKey ||
        event.altKey
      )
        return;
      event.preventDefault();
      setPaletteOpen(!useShell.getState().paletteOpen);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  if (!wasOpened) return null;
  return (
    <Suspense>
      <CommandPaletteDialog open={open} onOpenChange={setPaletteOpen} />
    </Suspense>
  );
}
