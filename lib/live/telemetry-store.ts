import { createHistoryTable, type HistoryTable } from './history-table';
import { createListeners } from './listeners';
import { isEmptySource, type LiveSource, liveQuery } from './live-source';
import type { StreamEvent } from './parse-event-stream';
import {
  type DatasourceState,
  type End,
  frameSchema,
  type Series,
  seriesSchema,
  snapshotSchema,
} from './protocol';
import { createReadingTable, type ReadingTable } from './reading-table';
import { type ConnectionPhase, openStreamConnection } from './stream-connection';

export type Connection = {
  /** `idle`: there is nothing to hear of, or the page has not asked yet. */
  phase: ConnectionPhase | 'idle';
  attempt: number;
  retryAt: number | null;
  /** Why the server closed it for good (phase `ended`). */
  end: End | null;
  /** How much later than the quickest one the last message came; null before the first. */
  latencyMs: number | null;
};

/** Live readings of one page, outside React: one stream, whoever listens. */
export type TelemetryStore = Pick<ReadingTable, 'reading' | 'metrics' | 'subscribe' | 'subscribeMetrics'> & {
  /** Opens the stream with the first user, closes it with the last. */
  connect: () => () => void;
  datasource: (id: string) => DatasourceState | undefined;
  /** Ids of the datasources that the stream tells of (of a scene: known after the first snapshot). */
  datasourceIds: () => readonly string[];
  subscribeDatasource: (id: string, listener: () => void) => () => void;
  /** Called after every change, at most ten times a second: for who draws everything at once (bindings). */
  subscribeAll: (listener: () => void) => () => void;
  connection: () => Connection;
  subscribeConnection: (listener: () => void) => () => void;
  /** The server's clock as seen from here: ages must not depend on a wrong clock of this device. */
  now: () => number;
  history: HistoryTable['history'];
  subscribeHistory: HistoryTable['subscribe'];
};

/** History is loaded once the stream has begun, or after this long without it. */
const PATIENCE_MS = 1_500;

const IDLE: Connection = { phase: 'idle', attempt: 0, retryAt: null, end: null, latencyMs: null };

export function createTelemetryStore(
  source: LiveSource,
  options: { baseUrl?: string; fetch?: typeof fetch } = {},
): TelemetryStore {
  const baseUrl = options.baseUrl ?? '';
  const load = options.fetch ?? ((...given: Parameters<typeof fetch>) => fetch(...given));
  const table = createReadingTable();
  const datasources = new Map<string, DatasourceState>();
  let ids: readonly string[] = 'datasourceIds' in source ? [...source.datasourceIds] : [];
  const datasourceListeners = createListeners<string>();
  const allListeners = createListeners<'all'>();
  const connectionListeners = createListeners<'connection'>();
  let connection = IDLE;
  /** Server clock minus ours, from the quickest message so far; each is late by its way here. */
  let clockOffset = Number.NEGATIVE_INFINITY;
  let close: (() => void) | undefined;
  /** The first snapshot has come, or is not waited for any longer. */
  let begun = false;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let users = 0;

  const now = () => Date.now() + (Number.isFinite(clockOffset) ? clockOffset : 0);

  const loadSeries = async (
    datasourceId: string,
    key: string,
    range: { from: number; to: number; points: number },
  ): Promise<Series | undefined> => {
    const query = new URLSearchParams({
      metric: key,
      from: String(Math.floor(range.from)),
      to: String(Math.ceil(range.to)),
      points: String(range.points),
      ...('share' in source ? { share: source.share } : {}),
    });
    const answer = await load(
      `${baseUrl}/api/v1/datasources/${encodeURIComponent(datasourceId)}/series?${query}`,
    );
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw new Error(`The history could not be read (${answer.status}).`);
    return seriesSchema.parse(await answer.json());
  };
  const histories = createHistoryTable(loadSeries, now, () => begun);

  const setConnection = (next: Partial<Connection>) => {
    connection = { ...connection, ...next };
    connectionListeners.tell('connection');
  };

  const measure = (serverNow: number) => {
    const late = serverNow - Date.now();
    clockOffset = Math.max(clockOffset, late);
    const latencyMs = Math.max(0, Math.round(clockOffset - late));
    // A figure that is shown should not tremble.
    if (connection.latencyMs === null || Math.abs(latencyMs - connection.latencyMs) > 20) {
      setConnection({ latencyMs });
    }
  };

  const setDatasource = (state: DatasourceState, changed: Set<string>) => {
    datasources.set(state.id, state);
    changed.add(state.id);
  };

  const takeSnapshot = (data: string) => {
    const snapshot = snapshotSchema.parse(JSON.parse(data));
    clockOffset = Number.NEGATIVE_INFINITY; // a clock may have been set since the last connection
    measure(snapshot.now);
    const changed = new Set<string>();
    for (const state of snapshot.datasources) setDatasource(state, changed);
    ids = [...datasources.keys()];
    table.setMetrics(snapshot.metrics);
    table.setUpdates(snapshot.updates);
    finish(changed);
    // Between the last frame and a snapshot anything may have been missed.
    loadHistories();
  };

  const loadHistories = () => {
    clearTimeout(patience);
    begun = true;
    histories.refresh();
  };

  const takeFrame = (data: string) => {
    const frame = frameSchema.parse(JSON.parse(data));
    measure(frame.now);
    const changed = new Set<string>();
    if (frame.d) setDatasource(frame.d, changed);
    const state = datasources.get(frame.s);
    if (state && frame.a !== undefined) {
      const refusal = state.lastRefusal && state.lastRefusal.at > frame.a ? state.lastRefusal : null;
      setDatasource({ ...state, lastMessageAt: frame.a, lastRefusal: refusal }, changed);
    }
    table.setMetrics(frame.m ?? []);
    if (frame.x) {
      table.forget(frame.x);
      histories.forget();
    }
    table.setUpdates(frame.u ?? [], (metric, time, value) => {
      if (typeof value === 'number') histories.append(metric.datasourceId, metric.key, time, value);
    });
    finish(changed);
  };

  const finish = (changed: Set<string>) => {
    table.flush();
    for (const id of changed) datasourceListeners.tell(id);
    allListeners.tell('all');
  };

  const takeEvent = (event: StreamEvent) => {
    if (event.event === 'snapshot') takeSnapshot(event.data);
    else if (event.event === 'frame') takeFrame(event.data);
  };

  const open = () => {
    if (isEmptySource(source)) return;
    patience = setTimeout(loadHistories, PATIENCE_MS);
    close = openStreamConnection({
      url: `${baseUrl}/api/live?${liveQuery(source)}`,
      fetch: load,
      onEvent: takeEvent,
      onPhase: (phase, { attempt, retryAt, end }) => setConnection({ phase, attempt, retryAt, end }),
    });
  };

  return {
    reading: table.reading,
    metrics: table.metrics,
    subscribe: table.subscribe,
    subscribeMetrics: table.subscribeMetrics,
    connect: () => {
      users += 1;
      if (users === 1) open();
      return () => {
        users -= 1;
        if (users > 0) return;
        clearTimeout(patience);
        close?.();
        close = undefined;
        setConnection(IDLE);
      };
    },
    datasource: (id) => datasources.get(id),
    datasourceIds: () => ids,
    subscribeDatasource: datasourceListeners.add,
    subscribeAll: (listener) => allListeners.add('all', listener),
    connection: () => connection,
    subscribeConnection: (listener) => connectionListeners.add('connection', listener),
    now,
    history: histories.history,
    subscribeHistory: histories.subscribe,
  };
}
