'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { useTelemetryStore } from '@/components/live/live-context';
import type { TelemetryStore } from '@/lib/live/telemetry-store';
import { liveWidgetState, subscribeWidget } from '@/lib/widget/live-widget';
import type { WatchedWidget } from '@/lib/workspace/overview-schema';
import type { MetAlert } from './prepare-attention';

const NONE: readonly MetAlert[] = [];
const none = () => NONE;

const same = (a: readonly MetAlert[], b: readonly MetAlert[]): boolean =>
  a.length === b.length &&
  a.every((alert, i) => {
    const other = b[i];
    return (
      alert.watched === other?.watched && alert.severity === other.severity && alert.value === other.value
    );
  });

function watchMetAlerts(store: TelemetryStore, watched: readonly WatchedWidget[]) {
  let shown = NONE;
  const read = () => {
    const met = watched.flatMap((one): MetAlert[] => {
      const alert = liveWidgetState(store, one.widget).alert;
      return alert ? [{ watched: one, ...alert }] : [];
    });
    if (!same(met, shown)) shown = met;
    return shown;
  };
  const subscribe = (listener: () => void) => {
    const ends = watched.map(({ widget }) => subscribeWidget(store, widget, undefined, listener));
    return () => {
      for (const end of ends) end();
    };
  };
  return { read, subscribe };
}

/** The watched widgets whose condition is met now; the same list until one comes, goes or changes its value. */
export function useMetAlerts(watched: readonly WatchedWidget[]): readonly MetAlert[] {
  const store = useTelemetryStore();
  const watch = useMemo(() => watchMetAlerts(store, watched), [store, watched]);
  return useSyncExternalStore(watch.subscribe, watch.read, none);
}
