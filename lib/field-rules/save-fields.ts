import type { Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import { findDatasource } from '@/lib/datasource/find-datasource';
import { updateMetric } from '@/lib/datasource/update-metric';
import { Prisma } from '@/lib/generated/prisma/client';
import { METRICS_MAX } from '@/lib/ingest/limits';
import { problem } from '@/lib/problem';
import { addMetrics } from '@/lib/telemetry/metric-table';
import type { SaveFields } from './fields-schema';
import { type FieldRules, NO_FIELD_RULES } from './schema';
import { tellFieldRules } from './sync-field-rules';
import { kindsOf } from './take-over-rules';

/**
 * Reads the messages of a datasource by these rules from now on, in every format and process; what is stored stays
 * as it is. Names and units go to the metrics, those that no message has made yet included.
 */
export async function saveFields(
  caller: Caller,
  datasourceId: string,
  { rules, names }: SaveFields,
): Promise<void> {
  await findDatasource(caller, datasourceId, 'datasource:write');
  const kept = changesNothing(rules) ? undefined : rules;
  await prisma().datasource.update({
    where: { id: datasourceId },
    data: { fieldRules: kept ?? Prisma.DbNull },
  });
  await setKinds(datasourceId, kept);
  await tellFieldRules(datasourceId, kept);
  await nameMetrics(caller, datasourceId, names);
}

/** A metric is what its rule reads it as, though most of its values so far were something else. */
async function setKinds(datasourceId: string, rules: FieldRules | undefined): Promise<void> {
  for (const [key, kind] of kindsOf(rules)) {
    await prisma().metric.updateMany({ where: { datasourceId, key, kind: { not: kind } }, data: { kind } });
  }
}

/** Fields that only say "as it came" are kept out: most datasources have no rules, and pay for none. */
function changesNothing({ fields, ...others }: FieldRules): boolean {
  const { fields: _, ...none } = NO_FIELD_RULES;
  const isPlain = fields.every(
    ({ renamedTo, kind, scale, offset }) =>
      renamedTo === null && kind === null && scale === 1 && offset === 0,
  );
  return isPlain && JSON.stringify({ ...none, ...others }) === JSON.stringify(none);
}

async function nameMetrics(caller: Caller, datasourceId: string, names: SaveFields['names']): Promise<void> {
  if (names.length === 0) return;
  const named = names.filter(({ displayName, unit }) => displayName !== null || unit !== null);
  if (named.length > 0) {
    const added = await addMetrics(datasourceId, named, METRICS_MAX);
    if (added.outcome === 'too_many')
      throw problem('invalid_request', {
        detail: `A datasource may have at most ${METRICS_MAX} data keys; with these it would have ${added.count}.`,
      });
  }
  const metrics = await prisma().metric.findMany({
    where: { datasourceId, key: { in: names.map(({ key }) => key) } },
  });
  const byKey = new Map(metrics.map((metric) => [metric.key, metric]));
  for (const { key, displayName, unit } of names) {
    const metric = byKey.get(key);
    if (!metric || (metric.displayName === displayName && metric.unit === unit)) continue;
    await updateMetric(caller, datasourceId, metric.id, { displayName, unit });
  }
}
