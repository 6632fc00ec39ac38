import { type ActiveAlerts, activeAlerts, NO_ALERTS, sameAlerts } from '@/lib/alert/active-alerts';
import type { TelemetryStore } from '@/lib/live/telemetry-store';
import type { ReadKey } from './definition';
import { keysOfAddress } from './read-address';
import { definitionOf } from './registry';
import type { Widget } from './schema';
import { type DatasourceFacts, type WidgetState, widgetState } from './widget-state';

/** A placed instance may read other datasources than its asset does: datasource of the asset → its own. */
export type DatasourceOverrides = Readonly<Record<string, string>>;

type Live = Pick<
  TelemetryStore,
  | 'reading'
  | 'datasource'
  | 'datasourceIds'
  | 'connection'
  | 'now'
  | 'subscribe'
  | 'subscribeDatasource'
  | 'subscribeConnection'
>;

/** Datasource that a widget reads here; null while none is chosen. */
export function datasourceOf(widget: Widget, overrides?: DatasourceOverrides): string | null {
  return widget.datasourceId === null ? null : (overrides?.[widget.datasourceId] ?? widget.datasourceId);
}

/** Readings of one datasource as widgets want them. Kind and unit count for the metric itself, not for a part of it. */
export const readerOf =
  (live: Pick<Live, 'reading'>, datasourceId: string | null): ReadKey =>
  (key) => {
    const reading = datasourceId === null ? undefined : live.reading(datasourceId, key);
    if (!reading) return undefined;
    const { value, time, metric } = reading;
    return metric.key === key ? { value, time, kind: metric.kind, unit: metric.unit } : { value, time };
  };

/** A datasource that the first snapshot did not name is gone; before that nothing is known. */
function factsOf(live: Live, datasourceId: string | null): DatasourceFacts {
  const known = datasourceId === null ? undefined : live.datasource(datasourceId);
  if (known) return known;
  const { phase, latencyMs } = live.connection();
  const asksForNothing = phase === 'idle' && live.datasourceIds().length === 0;
  return latencyMs === null && !asksForNothing ? 'loading' : 'missing';
}

/** What a widget has to say now. */
export function liveWidgetState(live: Live, widget: Widget, overrides?: DatasourceOverrides): WidgetState {
  const datasourceId = datasourceOf(widget, overrides);
  return widgetState(widget, readerOf(live, datasourceId), live.now(), factsOf(live, datasourceId));
}

/** Calls back when something that a widget reads has changed. That values grow old is the caller's to look at. */
export function subscribeWidget(
  live: Live,
  widget: Widget,
  overrides: DatasourceOverrides | undefined,
  listener: () => void,
): () => void {
  const datasourceId = datasourceOf(widget, overrides);
  if (datasourceId === null) return () => {};
  const keys = new Set(definitionOf(widget).dataKeys(widget).flatMap(keysOfAddress));
  const ends = [...keys].map((key) => live.subscribe(datasourceId, key, listener));
  ends.push(live.subscribeDatasource(datasourceId, listener), live.subscribeConnection(listener));
  return () => {
    for (const end of ends) end();
  };
}

/** Do both say the same? Then nothing needs to be drawn again. */
export function sameState(a: WidgetState, b: WidgetState): boolean {
  return (
    a.status === b.status &&
    a.old === b.old &&
    a.time === b.time &&
    a.alert?.severity === b.alert?.severity &&
    a.alert?.value === b.alert?.value &&
    a.mismatch?.reason === b.mismatch?.reason &&
    a.mismatch?.key === b.mismatch?.key &&
    a.awaited.join('\n') === b.awaited.join('\n') &&
    a.values.length === b.values.length &&
    a.values.every((value, i) => {
      const other = b.values[i];
      return value?.value === other?.value && value?.time === other?.time && value?.unit === other?.unit;
    })
  );
}

/**
 * The alerts of an asset, followed live: the same object until what they ask for has changed, so that a reading which
 * changes no alert draws nothing.
 *
 * @param wholeAsset parts that glow for a widget without an anchor (the roots)
 */
export function watchAlerts(
  live: Live,
  widgets: readonly Widget[],
  overrides: DatasourceOverrides | undefined,
  wholeAsset: readonly string[],
): { subscribe: (listener: () => void) => () => void; read: () => ActiveAlerts } {
  const watched = widgets.filter((widget) => widget.alerts.enabled);
  let shown = NO_ALERTS;
  const read = () => {
    const next = activeAlerts(
      watched,
      (widget) => liveWidgetState(live, widget, overrides).alert,
      wholeAsset,
    );
    if (!sameAlerts(next, shown)) shown = next;
    return shown;
  };
  return {
    read,
    subscribe: (listener) => {
      const onChange = () => {
        const before = shown;
        if (read() !== before) listener();
      };
      const ends = watched.map((widget) => subscribeWidget(live, widget, overrides, onChange));
      return () => {
        for (const end of ends) end();
      };
    },
  };
}

/** Widgets that show nothing fresh (old, never, gone), followed live: the same set until it changes. */
export function watchQuiet(
  live: Live,
  widgets: readonly Widget[],
  overrides: DatasourceOverrides | undefined,
): { subscribe: (listener: () => void) => () => void; read: () => ReadonlySet<string> } {
  let shown: ReadonlySet<string> = new Set();
  const isQuiet = (widget: Widget) => {
    const { status, old } = liveWidgetState(live, widget, overrides);
    return old || status === 'never' || status === 'missing';
  };
  return {
    read: () => {
      const next = new Set(widgets.filter(isQuiet).map(({ id }) => id));
      if (next.size !== shown.size || [...next].some((id) => !shown.has(id))) shown = next;
      return shown;
    },
    subscribe: (listener) => {
      const ends = widgets.map((widget) => subscribeWidget(live, widget, overrides, listener));
      return () => {
        for (const end of ends) end();
      };
    },
  };
}
