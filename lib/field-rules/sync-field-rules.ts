import { pool } from '@/lib/database';
import { liveBus } from '@/lib/live/bus';
import { log } from '@/lib/log';
import { notify, onNotice } from '@/lib/postgres-channel';
import { knownMemories, knownMemory } from '@/lib/telemetry/datasource-memory';
import type { FieldRules } from './schema';
import { storedFieldRules } from './stored-field-rules';
import { takeOverRules } from './take-over-rules';

const CHANNEL = 'field_rules';

/** Rules were saved: this process reads by them from now on, the others as soon as they hear it. */
export async function tellFieldRules(datasourceId: string, rules: FieldRules | undefined): Promise<void> {
  takeOver(datasourceId, rules);
  await notify(CHANNEL, datasourceId);
}

/** Keeps the rules in this process's memory as they are in the database. Answers how to stop. */
export function hearFieldRules(): () => void {
  return onNotice(CHANNEL, {
    notice: (datasourceId, isOwn) => {
      if (!isOwn && knownMemory(datasourceId)) reload([datasourceId]);
    },
    missed: () => reload([...knownMemories()].map(({ id }) => id)),
  });
}

function reload(datasourceIds: readonly string[]): void {
  if (datasourceIds.length === 0) return;
  load(datasourceIds).catch((error: unknown) =>
    log().warn({ err: error }, 'field rules could not be loaded'),
  );
}

async function load(datasourceIds: readonly string[]): Promise<void> {
  const { rows } = await pool().query<{ id: string; field_rules: unknown }>(
    'select id, field_rules from datasource where id = any($1::text[])',
    [datasourceIds],
  );
  for (const { id, field_rules } of rows) takeOver(id, storedFieldRules(field_rules));
}

function takeOver(datasourceId: string, rules: FieldRules | undefined): void {
  const memory = knownMemory(datasourceId);
  const metrics = memory ? takeOverRules(memory, rules) : [];
  if (metrics.length > 0) liveBus().publish({ datasourceId, metrics });
}
