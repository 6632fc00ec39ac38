import { hearFieldRules } from '@/lib/field-rules/sync-field-rules';
import { startIdempotencySweep } from '@/lib/ingest/start-idempotency-sweep';
import { hearWatchers } from '@/lib/inspector/watch-requests';
import { log } from '@/lib/log';
import { startSqlAccess } from '@/lib/sql-access/start-sql-access';
import { startSweeping } from '@/lib/storage/start-sweeping';
import { startTelemetry } from '@/lib/telemetry/start-telemetry';
import { startStorageGuard } from '@/lib/telemetry/storage-guard';
import { startBackground } from './background/start-background';

/** Background work of this process, started after the migration and before the first request. */
export type Engine = {
  name: string;
  /** Answers how to stop it: finish what it holds, keep nothing back. */
  start: () => Promise<() => Promise<void>>;
};

const stopping = (stop: () => void) => async () => stop();

/** Stopped in the reverse order. */
const ENGINES: Engine[] = [
  { name: 'telemetry', start: async () => (await startTelemetry()).stop },
  { name: 'storage-guard', start: async () => stopping(await startStorageGuard()) },
  { name: 'field-rules', start: async () => stopping(hearFieldRules()) },
  { name: 'inspector', start: async () => stopping(hearWatchers()) },
  { name: 'idempotency-sweep', start: async () => stopping(startIdempotencySweep().stop) },
  { name: 'background', start: async () => startBackground().stop },
  {
    name: 'sql-access',
    start: async () => (await startSqlAccess()).stop,
  },
  { name: 'blob-sweep', start: async () => startSweeping().stop },
];

export async function startEngines(): Promise<() => Promise<void>> {
  const running: { name: string; stop: () => Promise<void> }[] = [];
  for (const { name, start } of ENGINES) running.push({ name, stop: await start() });
  return async () => {
    for (const { name, stop } of running.reverse()) {
      await stop().catch((error: unknown) =>
        log().error({ err: error, engine: name }, 'an engine did not stop'),
      );
    }
  };
}
