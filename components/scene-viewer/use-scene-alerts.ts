'use client';

import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import { useTelemetryStore } from '@/components/live/live-context';
import type { TelemetryStore } from '@/lib/live/telemetry-store';
import { liveWidgetState, subscribeWidget } from '@/lib/widget/live-widget';
import type { PlacedAsset } from './place-assets';
import { type SceneAlert, sameSceneAlerts, sceneAlerts } from './prepare-alerts';

const NONE: readonly SceneAlert[] = [];
const none = () => NONE;

function watchSceneAlerts(store: TelemetryStore, placed: readonly PlacedAsset[]) {
  const watched = placed.map((one) => ({
    ...one,
    widgets: one.widgets.filter((widget) => widget.alerts.enabled),
  }));
  let shown = NONE;
  const read = () => {
    const next = sceneAlerts(watched, (widget) => liveWidgetState(store, widget).alert);
    if (!sameSceneAlerts(next, shown)) shown = next;
    return shown;
  };
  return {
    read,
    subscribe: (listener: () => void) => {
      const onChange = () => {
        const before = shown;
        if (read() !== before) listener();
      };
      const ends = watched.flatMap((one) =>
        one.widgets.map((widget) => subscribeWidget(store, widget, undefined, onChange)),
      );
      return () => {
        for (const end of ends) end();
      };
    },
  };
}

/** Alerts that are met in the scene now; the same list until one comes or goes. */
export function useWatchedAlerts(placed: readonly PlacedAsset[]): readonly SceneAlert[] {
  const store = useTelemetryStore();
  const watch = useMemo(() => watchSceneAlerts(store, placed), [store, placed]);
  return useSyncExternalStore(watch.subscribe, watch.read, none);
}

/** Watched once at the top of the viewer, read by bar, rail, panel and overlay. */
export const SceneAlertsContext = createContext<readonly SceneAlert[]>(NONE);
export const useSceneAlerts = (): readonly SceneAlert[] => useContext(SceneAlertsContext);
