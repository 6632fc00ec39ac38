import type { MetricKind } from '@/lib/live/protocol';
import { keySteps } from '@/lib/telemetry/key-steps';
import { definitionOf } from '@/lib/widget/registry';
import type { Widget } from '@/lib/widget/schema';
import { type Json, leavesOf, place, valueAt } from './place';

export type BuiltExample = {
  body: Json;
  /** Paths at which two widgets want values of different forms: no body can serve both. */
  conflicts: string[];
};

/** What the documentation shows when there is nothing else to go by. */
export const documentedSample = (): Json => ({ temperature: 42.5 });

/** `units_per_hour[Machine A]`: a value of an array, named by its label or its position. */
const PICK = /^(.*)\[([^[\]]*)\]$/;

/** Ingest takes objects apart by dots, so a dotted data key is a way through objects. */
const byDots = (key: string): string[] => keySteps(key).filter(Boolean);
const asItIs = (key: string): string[] => [key];

/**
 * The body that serves all given widgets: each one's example under its data key, several under one key merged.
 *
 * A chart that can also draw a plain number shows one where a number arrived, or where another widget needs it.
 */
export function exampleFromWidgets(
  widgets: readonly Widget[],
  kinds: ReadonlyMap<string, MetricKind> = new Map(),
): BuiltExample {
  const exampleOf = (widget: Widget, known: ReadonlyMap<string, MetricKind>) =>
    definitionOf(widget).example(widget, known.get(widget.dataKey));
  const numbers = widgets.filter((widget) => typeof exampleOf(widget, kinds) === 'number');
  const known = new Map([...kinds, ...numbers.map((widget) => [widget.dataKey, 'number'] as const)]);
  const body: Json = {};
  const conflicts = new Set<string>();
  const put = (address: string, value: unknown) => {
    for (const leaf of leavesOf(value, byDots(address), byDots)) {
      if (leaf.path.length > 0 && !place(body, leaf)) conflicts.add(leaf.path.join('.'));
    }
  };
  for (const widget of widgets) if (!PICK.test(widget.dataKey)) put(widget.dataKey, exampleOf(widget, known));
  // Last, because a chart of the same array says better what is in it than one picked value does.
  for (const widget of widgets) {
    const [, address, label] = PICK.exec(widget.dataKey) ?? [];
    if (address && label !== undefined) putPicked(body, address, label, put);
  }
  return { body, conflicts: [...conflicts] };
}

/** An array with one value and, beside it, the label by which a widget picks it. */
function putPicked(
  body: Json,
  address: string,
  label: string,
  put: (address: string, value: unknown) => void,
): void {
  if (Array.isArray(valueAt(body, byDots(address)))) return;
  put(address, [42.5]);
  if (!/^\d+$/.test(label)) put([...byDots(address).slice(0, -1), 'labels'].join('.'), [label]);
}

/** What a metric of a kind is usually sent, for one whose last value was of another kind ("N/A"). */
const USUAL: Record<MetricKind, (value: unknown) => unknown> = {
  number: (value) => (typeof value === 'number' ? Number(value.toPrecision(6)) : 42.5),
  boolean: (value) => (typeof value === 'boolean' ? value : true),
  text: (value) => (typeof value === 'string' ? value : 'text'),
  structure: (value) => value,
};

/** A body put together again from metrics and their latest values; what does not fit beside the rest is left out. */
export function exampleFromMetrics(
  metrics: readonly { key: string; kind: MetricKind; value: unknown }[],
): Json {
  const body: Json = {};
  for (const { key, kind, value } of metrics) {
    // A structure is one value: its own keys are no ways through objects.
    for (const leaf of leavesOf(USUAL[kind](value), byDots(key), asItIs)) place(body, leaf);
  }
  return body;
}
