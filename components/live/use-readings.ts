'use client';

import { useMemo, useSyncExternalStore } from 'react';
import type { Reading } from '@/lib/live/reading-table';
import type { TelemetryStore } from '@/lib/live/telemetry-store';
import { useTelemetryStore } from './live-context';

export type ReadingAddress = { datasourceId: string | null; dataKey: string };

const NO_READINGS: readonly (Reading | undefined)[] = [];
const noReadings = () => NO_READINGS;

/** Newest readings of several data keys, in the order asked for; the same array until one of them changes. */
export function useReadings(addresses: readonly ReadingAddress[]): readonly (Reading | undefined)[] {
  const store = useTelemetryStore();
  const name = addresses.map(({ datasourceId, dataKey }) => `${datasourceId}\n${dataKey}`).join('\n\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name says all that the addresses say
  const selection = useMemo(() => selectReadings(store, addresses), [store, name]);
  return useSyncExternalStore(selection.subscribe, selection.read, noReadings);
}

function selectReadings(store: TelemetryStore, addresses: readonly ReadingAddress[]) {
  let shown: readonly (Reading | undefined)[] = NO_READINGS;
  return {
    subscribe: (listener: () => void) => {
      const ends = addresses.map(({ datasourceId, dataKey }) =>
        datasourceId && dataKey ? store.subscribe(datasourceId, dataKey, listener) : () => {},
      );
      return () => {
        for (const end of ends) end();
      };
    },
    read: () => {
      const next = addresses.map(({ datasourceId, dataKey }) =>
        datasourceId && dataKey ? store.reading(datasourceId, dataKey) : undefined,
      );
      if (next.length !== shown.length || next.some((reading, i) => reading !== shown[i])) shown = next;
      return shown;
    },
  };
}
