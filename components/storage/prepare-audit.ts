import { z } from 'zod';
import { retentionSchema } from '@/lib/telemetry/retention/schema';

type Entry = { action: string; detail: Record<string, unknown> };

/** What a line of the audit list says: a key of `storage.audit.did`, and what its sentence names. */
export type AuditLine =
  | { key: 'key_create' | 'key_revoke' | 'key_regenerate' | 'key_extend'; start: string }
  | { key: 'readings_delete'; from: string; to: string; readings: number }
  | { key: 'retention_change'; rawDays: number | null; isWorkspace: boolean }
  | { key: 'retention_reset' }
  | { key: 'cap_drop'; from: string; to: string; readings: number; bytes: number }
  | { key: 'sql_enable' | 'sql_rotate' | 'sql_disable' }
  | { key: 'other'; action: string };

const keySchema = z.object({ start: z.string() });
const rangeSchema = z.object({ from: z.string(), to: z.string(), readings: z.number() });
const dropSchema = rangeSchema.extend({ bytes: z.number() });
const changeSchema = z.object({ retention: retentionSchema.nullable() });

const READERS: Record<string, (detail: Record<string, unknown>) => AuditLine | undefined> = {
  'key.create': keyLine('key_create'),
  'key.revoke': keyLine('key_revoke'),
  'key.regenerate': keyLine('key_regenerate'),
  'key.extend': keyLine('key_extend'),
  'readings.delete': (detail) => {
    const range = rangeSchema.safeParse(detail).data;
    return range && { key: 'readings_delete', ...range };
  },
  'storage.cap_drop': (detail) => {
    const drop = dropSchema.safeParse(detail).data;
    return drop && { key: 'cap_drop', ...drop };
  },
  'retention.change': (detail) => {
    const change = changeSchema.safeParse(detail).data;
    if (!change) return undefined;
    if (!change.retention) return { key: 'retention_reset' };
    const isWorkspace = 'storageBytesMax' in detail;
    return { key: 'retention_change', rawDays: change.retention.rawDays, isWorkspace };
  },
  'sql.enable': () => ({ key: 'sql_enable' }),
  'sql.rotate': () => ({ key: 'sql_rotate' }),
  'sql.disable': () => ({ key: 'sql_disable' }),
};

function keyLine(key: 'key_create' | 'key_revoke' | 'key_regenerate' | 'key_extend') {
  return (detail: Record<string, unknown>): AuditLine | undefined => {
    const found = keySchema.safeParse(detail).data;
    return found && { key, start: found.start };
  };
}

/** An entry that an older or newer program wrote still has a line. Pure. */
export const prepareAudit = ({ action, detail }: Entry): AuditLine =>
  READERS[action]?.(detail) ?? { key: 'other', action };
