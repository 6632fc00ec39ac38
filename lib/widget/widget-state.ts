import { metValue } from '@/lib/alert/evaluate-alert';
import type { Severity } from '@/lib/alert/schema';
import type { Mismatch, ReadKey, WidgetReading } from './definition';
import { readAddress } from './read-address';
import { definitionOf } from './registry';
import type { Widget } from './schema';

/**
 * `unset`: datasource or keys are not chosen; `loading`: nothing is known yet; `missing`: its datasource is gone;
 * `never`: no reading has come under its keys; `mismatch`: what came does not fit; `stale`: it is old.
 */
export type WidgetStatus = 'unset' | 'loading' | 'missing' | 'never' | 'mismatch' | 'stale' | 'normal';

/** What is known of a widget's datasource. */
export type DatasourceFacts = { staleAfterMs: number } | 'loading' | 'missing';

export type WidgetAlert = { severity: Severity; value: number | string | boolean };

export type WidgetState = {
  status: WidgetStatus;
  /** One for each of the kind's `dataKeys`, in their order. */
  values: (WidgetReading | undefined)[];
  /** Keys under which nothing has come yet. */
  awaited: string[];
  mismatch: Mismatch | null;
  /** Time of the oldest value shown: a card is as old as that. */
  time: number | null;
  /** Also true beside a mismatch: an "N/A" may be old as well. */
  old: boolean;
  /** The condition is met by what is known, however old: silence does not end an alert. */
  alert: WidgetAlert | null;
};

const NOTHING = { values: [], awaited: [], mismatch: null, time: null, old: false, alert: null };

/** Decides what a widget has to say, from the latest readings. */
export function widgetState(
  widget: Widget,
  read: ReadKey,
  now: number,
  datasource: DatasourceFacts,
): WidgetState {
  const definition = definitionOf(widget);
  const keys = definition.dataKeys(widget);
  if (widget.datasourceId === null || keys.length === 0) return { ...NOTHING, status: 'unset' };
  if (datasource === 'loading' || datasource === 'missing') return { ...NOTHING, status: datasource };

  const values = keys.map((key) => readAddress(read, key));
  const awaited = keys.filter((_, i) => values[i] === undefined);
  // The leading value is what the widget is for: without it there is nothing to show.
  if (values[0] === undefined) return { ...NOTHING, values, awaited, status: 'never' };

  const times = values.flatMap((reading) => (reading ? [reading.time] : []));
  const time = Math.min(...times);
  const old = now - time > datasource.staleAfterMs;
  const mismatch = definition.mismatch(widget, read) ?? null;
  const met = metValue(widget.alerts, definition.alertValues(widget, read));
  return {
    status: mismatch ? 'mismatch' : old ? 'stale' : 'normal',
    values,
    awaited,
    mismatch,
    time,
    old,
    alert: met === undefined ? null : { severity: widget.alerts.severity, value: met },
  };
}
