'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { useTelemetryStore } from '@/components/live/live-context';
import { type DatasourceOverrides, watchQuiet } from '@/lib/widget/live-widget';
import type { Widget } from '@/lib/widget/schema';
import { onSecond } from './second-ticker';

const NONE: ReadonlySet<string> = new Set();
const none = () => NONE;

/** Ids of the widgets that show nothing fresh, for leaders and dots of an overlay; the same set until it changes. */
export function useQuietWidgets(
  widgets: readonly Widget[],
  overrides?: DatasourceOverrides,
): ReadonlySet<string> {
  const store = useTelemetryStore();
  const watch = useMemo(() => {
    const quiet = watchQuiet(store, widgets, overrides);
    return {
      read: quiet.read,
      subscribe: (listener: () => void) => {
        const ends = [quiet.subscribe(listener), onSecond(listener)];
        return () => {
          for (const end of ends) end();
        };
      },
    };
  }, [store, widgets, overrides]);
  return useSyncExternalStore(watch.subscribe, watch.read, none);
}
