import { datasourceMemory } from '@/lib/telemetry/datasource-memory';
import type { FieldRules } from './schema';

/** The rules of a datasource; a promise only when they must be loaded. */
export function fieldRulesOf(datasourceId: string): FieldRules | undefined | Promise<FieldRules | undefined> {
  const memory = datasourceMemory(datasourceId);
  return memory instanceof Promise ? memory.then((loaded) => loaded?.fieldRules) : memory.fieldRules;
}
