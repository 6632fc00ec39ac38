import { prepareValue } from '@/components/datasource/prepare-value';
import type { MetricDetail } from '@/lib/datasource/metric-schema';
import { applyFieldRules } from '@/lib/field-rules/apply-field-rules';
import type { FieldSample, SaveFields } from '@/lib/field-rules/fields-schema';
import { type FieldKind, type FieldRules, NO_FIELD_RULES } from '@/lib/field-rules/schema';
import type { Clock } from '@/lib/ingest/parse-timestamp';
import type { ReadingValue } from '@/lib/live/protocol';
import { keySteps } from '@/lib/telemetry/key-steps';
import type { Message } from '@/lib/telemetry/message';

/** What is chosen for one data key, as it stands in the form. */
export type FieldDraft = {
  keep: boolean;
  renamedTo: string;
  kind: FieldKind | null;
  scale: number;
  offset: number;
  displayName: string;
  unit: string;
};

export type FieldsDraft = {
  /** By the key as it arrives. */
  fields: Readonly<Record<string, FieldDraft>>;
  /** Keys below these are ignored, those that never came included: `motor.*`. */
  patterns: readonly string[];
  timeKey: string | null;
  useArrival: boolean;
  ignoreOthers: boolean;
};

/** Keys in the order in which they came, then those that only rules name, then those of other metrics. */
export function collectKeys(
  samples: readonly FieldSample[],
  rules: FieldRules,
  metrics: readonly Pick<MetricDetail, 'key'>[],
): string[] {
  const keys = new Set(samples.flatMap((sample) => sample.keys));
  for (const { key } of rules.fields) keys.add(key);
  for (const key of rules.ignored) if (!key.endsWith('*')) keys.add(key);
  if (rules.timeKey !== null) keys.add(rules.timeKey);
  // A metric that a rule stores under another name came under the key that the rule names.
  const renamed = new Set(rules.fields.map(({ renamedTo }) => renamedTo));
  for (const { key } of metrics) if (!renamed.has(key)) keys.add(key);
  return [...keys];
}

const isBelow = (key: string, pattern: string): boolean => key.startsWith(pattern.slice(0, -1));

export function draftFrom(
  keys: readonly string[],
  rules: FieldRules,
  metrics: readonly MetricDetail[],
): FieldsDraft {
  const byKey = new Map(metrics.map((metric) => [metric.key, metric]));
  const patterns = rules.ignored.filter((key) => key.endsWith('*'));
  const entries = keys.map((key): [string, FieldDraft] => {
    const rule = rules.fields.find((field) => field.key === key);
    const metric = byKey.get(rule?.renamedTo ?? key);
    const isIgnored =
      rules.ignored.includes(key) ||
      patterns.some((pattern) => isBelow(key, pattern)) ||
      (rules.ignoreOthers && !rule && key !== rules.timeKey);
    return [
      key,
      {
        keep: !isIgnored,
        renamedTo: rule?.renamedTo ?? '',
        kind: rule?.kind ?? null,
        scale: rule?.scale ?? 1,
        offset: rule?.offset ?? 0,
        displayName: metric?.displayName ?? '',
        unit: metric?.unit ?? '',
      },
    ];
  });
  const { timeKey, useArrival, ignoreOthers } = rules;
  return { fields: Object.fromEntries(entries), patterns, timeKey, useArrival, ignoreOthers };
}

/** Keeps or ignores a key, or all below a group. A key that is kept again takes its group's pattern away. */
export function setKept(
  draft: FieldsDraft,
  target: { key: string } | { group: string },
  keep: boolean,
): FieldsDraft {
  const isMeant = (key: string) =>
    'key' in target ? key === target.key : key.startsWith(`${target.group}.`);
  const fields = Object.fromEntries(
    Object.entries(draft.fields).map(([key, field]) => [key, isMeant(key) ? { ...field, keep } : field]),
  );
  const own = 'group' in target ? `${target.group}.*` : undefined;
  const patterns = draft.patterns.filter(
    (pattern) =>
      pattern !== own && !(keep && Object.keys(fields).some((key) => isMeant(key) && isBelow(key, pattern))),
  );
  return { ...draft, fields, patterns: own && !keep ? [...patterns, own] : patterns };
}

export function rulesOf({ fields, patterns, timeKey, useArrival, ignoreOthers }: FieldsDraft): FieldRules {
  const rules: FieldRules = {
    ...NO_FIELD_RULES,
    timeKey,
    useArrival,
    ignoreOthers,
    ignored: [...patterns],
    fields: [],
  };
  for (const [key, { keep, renamedTo, kind, scale, offset }] of Object.entries(fields)) {
    if (key === timeKey) continue;
    if (!keep) {
      const isCovered = patterns.some((pattern) => isBelow(key, pattern)) || ignoreOthers;
      if (!isCovered) rules.ignored.push(key);
      continue;
    }
    const name = renamedTo.trim();
    const isPlain = (name === '' || name === key) && kind === null && scale === 1 && offset === 0;
    if (isPlain && !ignoreOthers) continue;
    rules.fields.push({ key, renamedTo: name === '' || name === key ? null : name, kind, scale, offset });
  }
  return rules;
}

export const clockOf = ({ at, aheadSecondsMax }: FieldSample): Clock => ({
  arrivedMs: Date.parse(at),
  aheadSecondsMax,
});

/** A sample as ingest would store it by these rules, and the keys that would not be stored. */
export function previewOf(sample: FieldSample, rules: FieldRules): { message: Message; ignored: number } {
  const isUsual = rules.timeKey === null && !rules.useArrival;
  const message: Message = {
    timeUs: isUsual ? (sample.timeUs ?? undefined) : undefined,
    keys: [],
    values: [],
  };
  for (const [i, key] of sample.keys.entries()) {
    if (isUsual && key === sample.timeKey) continue;
    message.keys.push(key);
    message.values.push(sample.values[i] as ReadingValue);
  }
  const read = applyFieldRules(message, rules, clockOf(sample));
  const isTimeTaken =
    rules.timeKey !== null && message.keys.includes(rules.timeKey) && !read.keys.includes(rules.timeKey);
  return { message: read, ignored: message.keys.length - read.keys.length - (isTimeTaken ? 1 : 0) };
}

/** Names and units that differ from what the metrics have. */
export function namesOf(
  draft: FieldsDraft,
  samples: readonly FieldSample[],
  metrics: readonly MetricDetail[],
): SaveFields['names'] {
  const byKey = new Map(metrics.map((metric) => [metric.key, metric]));
  const rules = rulesOf(draft);
  const forms = new Map<string, MetricDetail['kind']>();
  for (const sample of samples) {
    const { keys, values } = previewOf(sample, rules).message;
    for (const [i, key] of keys.entries()) forms.set(key, prepareValue(values[i] as ReadingValue).form);
  }
  const names: SaveFields['names'] = [];
  for (const [came, field] of Object.entries(draft.fields)) {
    const key = field.renamedTo.trim() || came;
    const displayName = field.displayName.trim() || null;
    const unit = field.unit.trim() || null;
    const metric = byKey.get(key);
    const isSame = displayName === (metric?.displayName ?? null) && unit === (metric?.unit ?? null);
    if (field.keep && came !== draft.timeKey && !isSame)
      names.push({ key, kind: metric?.kind ?? forms.get(key) ?? field.kind ?? 'number', displayName, unit });
  }
  return names;
}

export type FieldRow =
  | { form: 'group'; group: string; name: string; depth: number; keys: string[] }
  | { form: 'field'; key: string; name: string; depth: number };

/** Keys as a tree: what several have in common before a dot is a group above them. */
export function treeOf(keys: readonly string[]): FieldRow[] {
  const rows: FieldRow[] = [];
  const walk = (prefix: string, depth: number, inner: readonly string[]): void => {
    const groups = new Map<string, string[]>();
    for (const key of inner) {
      const [step = ''] = keySteps(key.slice(prefix.length));
      const group = prefix + step;
      groups.set(group, [...(groups.get(group) ?? []), key]);
    }
    for (const [group, members] of groups) {
      const below = members.filter((key) => key !== group);
      if (members.includes(group))
        rows.push({ form: 'field', key: group, name: group.slice(prefix.length), depth });
      if (below.length === 1)
        rows.push({ form: 'field', key: below[0] ?? '', name: (below[0] ?? '').slice(prefix.length), depth });
      else if (below.length > 1) {
        rows.push({ form: 'group', group, name: group.slice(prefix.length), depth, keys: below });
        walk(`${group}.`, depth + 1, below);
      }
    }
  };
  walk('', 0, keys);
  return rows;
}
