import { pool } from '@/lib/database';
import { log } from '@/lib/log';
import { notify, onNotice } from '@/lib/postgres-channel';
import { knownMemories, knownMemory } from '@/lib/telemetry/datasource-memory';
import type { FieldRules } from './schema';
import { storedFieldRules } from './stored-field-rules';

const CHANNEL = 'field_rules';

/** Rules were saved: this process reads by them from now on, the others as soon as they hear it. */
export async function tellFieldRules(datasourceId: string, rules: FieldRules | undefined): Promise<void> {
  const memory = knownMemory(datasourceId);
  if (memory) memory.fieldRules = rules;
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
  for (const { id, field_rules } of rows) {
    const memory = knownMemory(id);
    if (memory) memory.fieldRules = storedFieldRules(field_rules);
  }
}
