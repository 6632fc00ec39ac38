'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { useTelemetryStore } from '@/components/live/live-context';
import type { TelemetryStore } from '@/lib/live/telemetry-store';
import {
  type DatasourceOverrides,
  liveWidgetState,
  sameState,
  subscribeWidget,
} from '@/lib/widget/live-widget';
import type { Widget } from '@/lib/widget/schema';
import type { WidgetState } from '@/lib/widget/widget-state';
import { onSecond } from './second-ticker';

const ON_SERVER: WidgetState = {
  status: 'loading',
  values: [],
  awaited: [],
  mismatch: null,
  time: null,
  old: false,
  alert: null,
};
const onServer = () => ON_SERVER;

/** What a widget has to say, followed live; the same object until a reader could see a difference. */
export function useWidgetState(widget: Widget, overrides?: DatasourceOverrides): WidgetState {
  const store = useTelemetryStore();
  const watch = useMemo(() => watchState(store, widget, overrides), [store, widget, overrides]);
  return useSyncExternalStore(watch.subscribe, watch.read, onServer);
}

function watchState(store: TelemetryStore, widget: Widget, overrides: DatasourceOverrides | undefined) {
  let shown = ON_SERVER;
  return {
    read: () => {
      const next = liveWidgetState(store, widget, overrides);
      if (!sameState(next, shown)) shown = next;
      return shown;
    },
    subscribe: (listener: () => void) => {
      const ends = [subscribeWidget(store, widget, overrides, listener), onSecond(listener)];
      return () => {
        for (const end of ends) end();
      };
    },
  };
}
