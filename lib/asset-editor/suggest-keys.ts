import type { MetricInfo, ReadingValue } from '@/lib/live/protocol';
import { keySteps } from '@/lib/telemetry/key-steps';
import type { WidgetKind } from '@/lib/widget/schema';
import type { WidgetChange } from './commands/change-widget';

export type KnownMetric = Pick<MetricInfo, 'key' | 'kind' | 'displayName' | 'unit'>;
export type KeySuggestion = {
  key: string;
  /** The metric behind it; null: an object whose values are metrics (`motor_stats`). */
  metric: KnownMetric | null;
};

/** Objects whose values arrived as metrics of their own: `motor_stats.rpm` comes from `motor_stats`. */
function objectKeys(metrics: readonly KnownMetric[]): string[] {
  const counts = new Map<string, number>();
  for (const { key } of metrics) {
    const object = keySteps(key).slice(0, -1).join('.');
    if (object !== '') counts.set(object, (counts.get(object) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > 1).map(([key]) => key);
}

const asSuggestion = (metric: KnownMetric): KeySuggestion => ({ key: metric.key, metric });
const isStructure = ({ kind }: KnownMetric) => kind === 'structure';

/** Keys that really arrived and fit the kind, the best first; any other may still be typed. */
const FITTING: Record<WidgetKind, (metrics: readonly KnownMetric[]) => KeySuggestion[]> = {
  single_data: (metrics) => metrics.filter((metric) => !isStructure(metric)).map(asSuggestion),
  double_data: (metrics) => [
    ...objectKeys(metrics).map((key) => ({ key, metric: null })),
    ...metrics.filter(isStructure).map(asSuggestion),
  ],
  line_chart: (metrics) => [
    ...metrics.filter(isStructure).map(asSuggestion),
    ...metrics.filter(({ kind }) => kind === 'number').map(asSuggestion),
  ],
  bar_chart: (metrics) => metrics.filter(isStructure).map(asSuggestion),
};

/** Data keys to choose from, those that hold the typed text. */
export function suggestDataKeys(
  kind: WidgetKind,
  metrics: readonly KnownMetric[],
  typed: string,
): KeySuggestion[] {
  const wanted = typed.trim().toLowerCase();
  return FITTING[kind](metrics).filter(
    ({ key, metric }) =>
      key.toLowerCase().includes(wanted) || metric?.displayName?.toLowerCase().includes(wanted),
  );
}

/** Names of the values inside a data key. */
export function suggestSubKeys(
  dataKey: string,
  metrics: readonly KnownMetric[],
  value: ReadingValue | undefined,
): string[] {
  const prefix = dataKey === '' ? '' : `${dataKey}.`;
  const flattened = metrics
    .filter(({ key, kind }) => kind !== 'structure' && key.startsWith(prefix))
    .map(({ key }) => key.slice(prefix.length));
  const kept = Object.entries(objectOf(value))
    .filter(([, inner]) => typeof inner !== 'object')
    .map(([key]) => key);
  return [...new Set([...flattened, ...kept])].filter(Boolean);
}

/** Names of the arrays inside a structure. */
export const suggestArrayKeys = (value: ReadingValue | undefined): string[] =>
  Object.entries(objectOf(value))
    .filter(([, inner]) => Array.isArray(inner))
    .map(([key]) => key);

const objectOf = (value: ReadingValue | undefined): Record<string, unknown> =>
  typeof value === 'object' && !Array.isArray(value) ? value : {};

type Present = {
  kind?: WidgetKind;
  labelsKey?: string;
  valuesKey?: string;
  primarySubKey?: string;
  secondarySubKey?: string;
};

/**
 * Settings that follow from what arrived under a chosen data key: the array of texts is the labels, the array of numbers
 * the values; the first two values of an object are primary and secondary. Only what is beyond doubt, and only where the
 * present settings lead nowhere.
 */
export const settingsFor: Record<
  WidgetKind,
  (
    present: Present,
    dataKey: string,
    metrics: readonly KnownMetric[],
    value: ReadingValue | undefined,
  ) => WidgetChange
> = {
  single_data: () => ({}),
  line_chart: (present, _, __, value) => chartSettings(present, value),
  bar_chart: (present, _, __, value) => chartSettings(present, value),
  double_data: (present, dataKey, metrics, value) => {
    const names = suggestSubKeys(dataKey, metrics, value);
    if (present.primarySubKey && names.includes(present.primarySubKey)) return {};
    const [primarySubKey, secondarySubKey] = names;
    return primarySubKey && secondarySubKey ? { primarySubKey, secondarySubKey } : {};
  },
};

function chartSettings(present: Present, value: ReadingValue | undefined): WidgetChange {
  const structure = objectOf(value);
  const fits = (key: string | undefined) => key !== undefined && Array.isArray(structure[key]);
  if (fits(present.labelsKey) && fits(present.valuesKey)) return {};
  const arrays = suggestArrayKeys(value);
  const holds = (type: 'string' | 'number') => (key: string) => {
    const inner = structure[key];
    return Array.isArray(inner) && inner.length > 0 && inner.every((one) => typeof one === type);
  };
  const labels = arrays.filter(holds('string'));
  const values = arrays.filter(holds('number'));
  const [labelsKey] = labels;
  const [valuesKey] = values;
  return labels.length === 1 && values.length === 1 && labelsKey && valuesKey ? { labelsKey, valuesKey } : {};
}
