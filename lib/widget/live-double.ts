import { createListeners } from '@/lib/live/listeners';
import type { ReadingValue } from '@/lib/live/protocol';
import { createReadingTable } from '@/lib/live/reading-table';
import type { Connection } from '@/lib/live/telemetry-store';

const METRICS = ['temperature', 'motor', 'humidity'];

/** A telemetry store for tests: the real table of readings, no network, a clock that is moved by hand. */
export function liveDouble({ answered = true, datasources = ['dsr_1'] } = {}) {
  const table = createReadingTable();
  const told = createListeners<string>();
  let now = 1_000_000;
  for (const datasourceId of ['dsr_1', 'dsr_2'])
    table.setMetrics(
      METRICS.map((key, i) => ({
        id: i + (datasourceId === 'dsr_1' ? 0 : 100),
        datasourceId,
        key,
        kind: key === 'motor' ? ('structure' as const) : ('number' as const),
        displayName: null,
        unit: '°C',
      })),
    );
  const connection: Connection = {
    phase: 'live',
    attempt: 0,
    retryAt: null,
    end: null,
    latencyMs: answered ? 4 : null,
  };
  return {
    reading: table.reading,
    subscribe: table.subscribe,
    datasource: (id: string) =>
      datasources.includes(id)
        ? { id, name: id, lastMessageAt: now, staleAfterMs: 60_000, lastRefusal: null }
        : undefined,
    datasourceIds: () => datasources,
    subscribeDatasource: (id: string, listener: () => void) => told.add(id, listener),
    connection: () => connection,
    subscribeConnection: (listener: () => void) => told.add('connection', listener),
    now: () => now,
    wait: (ms: number) => {
      now += ms;
    },
    arrive: (key: string, value: ReadingValue, datasourceId = 'dsr_1') => {
      now += 100;
      const id = METRICS.indexOf(key) + (datasourceId === 'dsr_1' ? 0 : 100);
      table.setUpdates([[id, now, value]]);
      table.flush();
    },
  };
}
