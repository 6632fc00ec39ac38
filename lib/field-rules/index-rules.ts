import type { FieldRule, FieldRules } from './schema';

/** Rules as they are looked up in. */
export type RuleIndex = {
  fields: ReadonlyMap<string, FieldRule>;
  ignoredKeys: ReadonlySet<string>;
  ignoredPrefixes: readonly string[];
  ignoreOthers: boolean;
  timeKey: string | null;
  renames: boolean;
};

const indexes = new WeakMap<FieldRules, RuleIndex>();

/** Made once for each set of rules. */
export function indexRules(rules: FieldRules): RuleIndex {
  const known = indexes.get(rules);
  if (known) return known;
  const made: RuleIndex = {
    fields: new Map(rules.fields.map((field) => [field.key, field])),
    ignoredKeys: new Set(rules.ignored.filter((key) => !key.endsWith('*'))),
    ignoredPrefixes: rules.ignored.filter((key) => key.endsWith('*')).map((key) => key.slice(0, -1)),
    ignoreOthers: rules.ignoreOthers,
    timeKey: rules.timeKey,
    renames: rules.fields.some(({ renamedTo }) => renamedTo !== null),
  };
  indexes.set(rules, made);
  return made;
}
