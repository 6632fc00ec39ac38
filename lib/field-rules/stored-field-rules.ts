import { log } from '@/lib/log';
import { type FieldRules, fieldRulesSchema } from './schema';

/** Rules as they stand in the database. What this version can't read is not applied, rather than applied by halves. */
export function storedFieldRules(stored: unknown): FieldRules | undefined {
  if (stored === null || stored === undefined) return undefined;
  const parsed = fieldRulesSchema.safeParse(stored);
  if (parsed.success) return parsed.data;
  log().error({ err: parsed.error }, 'field rules can not be read');
  return undefined;
}
