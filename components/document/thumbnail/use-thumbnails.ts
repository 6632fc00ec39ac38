'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';

type Item = { id: string; thumbnailUrl: string | null };
type MakeThumbnails<T> = (
  items: readonly T[],
  options: { isOver: () => boolean; onMade: (id: string, thumbnailUrl: string) => void },
) => Promise<void>;

/**
 * Gives those of a list that have no picture one, after the list stands. `make` is expected to import three.js only
 * when it is called: most lists have all their pictures.
 */
export function useThumbnails<T extends Item>(
  items: readonly T[],
  {
    enabled,
    make,
    onMade,
  }: { enabled: boolean; make: MakeThumbnails<T>; onMade: (id: string, url: string) => void },
): void {
  const tried = useRef(new Set<string>());
  const shown = useRef(true);
  const busy = useRef(false);
  const [round, setRound] = useState(0);
  const run = useEffectEvent((missing: readonly T[]) =>
    make(missing, { isOver: () => !shown.current, onMade }),
  );

  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` looks again for those that came during a round
  useEffect(() => {
    const missing = items.filter(({ id, thumbnailUrl }) => thumbnailUrl === null && !tried.current.has(id));
    if (!enabled || busy.current || missing.length === 0) return;
    busy.current = true;
    for (const { id } of missing) tried.current.add(id);
    void run(missing)
      .catch(() => {})
      .finally(() => {
        busy.current = false;
        setRound((count) => count + 1);
      });
  }, [items, enabled, round]);
}
