'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { useTelemetryStore } from '@/components/live/live-context';
import { type ActiveAlerts, NO_ALERTS } from '@/lib/alert/active-alerts';
import { type DatasourceOverrides, watchAlerts } from '@/lib/widget/live-widget';
import type { Widget } from '@/lib/widget/schema';

const NOTHING: readonly string[] = [];
const calm = () => NO_ALERTS;

/**
 * What the alerts of an asset do to it: parts that glow, floating icons, widgets whose condition is met. The same object
 * until that changes, so that the 3D tree is not rendered per reading.
 *
 * @param wholeAsset parts that glow for a widget without an anchor (the roots)
 */
export function useAssetAlerts(
  widgets: readonly Widget[],
  overrides?: DatasourceOverrides,
  wholeAsset: readonly string[] = NOTHING,
): ActiveAlerts {
  const store = useTelemetryStore();
  const watch = useMemo(
    () => watchAlerts(store, widgets, overrides, wholeAsset),
    [store, widgets, overrides, wholeAsset],
  );
  return useSyncExternalStore(watch.subscribe, watch.read, calm);
}
