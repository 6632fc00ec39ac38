import type { MetricInfo } from '@/lib/live/protocol';
import { VOTES_STANDING } from '@/lib/telemetry/kind-vote';
import type { DatasourceMemory } from '@/lib/telemetry/memory';
import type { FieldKind, FieldRules } from './schema';

/** Data keys, as they are stored, whose kind a rule says. */
export const kindsOf = (rules: FieldRules | undefined): Map<string, FieldKind> =>
  new Map(
    (rules?.fields ?? []).flatMap(({ key, renamedTo, kind }) =>
      kind === null ? [] : [[renamedTo ?? key, kind]],
    ),
  );

/**
 * Takes rules over into what this process knows: a metric is from now on what its rule reads it as, not what most of
 * its values were so far. Answers the metrics that changed.
 */
export function takeOverRules(memory: DatasourceMemory, rules: FieldRules | undefined): MetricInfo[] {
  memory.fieldRules = rules;
  const changed: MetricInfo[] = [];
  for (const [key, kind] of kindsOf(rules)) {
    const metric = memory.metrics.get(key);
    if (!metric || metric.info.kind === kind) continue;
    metric.info = { ...metric.info, kind };
    metric.votes = VOTES_STANDING;
    changed.push(metric.info);
  }
  return changed;
}
