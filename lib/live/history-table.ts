import { createHistoryWindow, type HistoryPoint, type HistoryWindow } from './history-window';
import { createListeners } from './listeners';
import type { Series } from './protocol';

export type HistoryOptions = {
  windowMs: number;
  /** At most about this many points: the width in pixels is a good choice. */
  points: number;
};

/** History of a metric; the same object until it changes. `absent`: the metric is not known (yet). */
export type History = {
  status: 'loading' | 'ready' | 'absent' | 'failed';
  points: readonly HistoryPoint[];
};

export type HistoryTable = {
  history: (datasourceId: string, key: string, options: HistoryOptions) => History;
  subscribe: (datasourceId: string, key: string, options: HistoryOptions, listener: () => void) => () => void;
  append: (datasourceId: string, key: string, time: number, value: number) => void;
  /** Loads again what is looked at: readings may have been missed. */
  refresh: () => void;
  /** The same, when readings were deleted: what is known does not count any more. */
  forget: () => void;
};

type Entry = {
  datasourceId: string;
  key: string;
  options: HistoryOptions;
  window: HistoryWindow;
  shown: History;
  users: number;
  /** Asked for but not yet answered: a second answer that overtakes the first one wins. */
  request: number;
};

const LOADING: History = { status: 'loading', points: [] };
/** A window that nobody looks at is kept this long, for whoever turns back to it. */
const KEPT_MS = 30_000;
const REQUESTS_AT_ONCE = 4;

export type LoadSeries = (
  datasourceId: string,
  key: string,
  range: { from: number; to: number; points: number },
) => Promise<Series | undefined>;

/**
 * Windows of history, each loaded once when first looked at and extended by live readings.
 * @param mayLoad false while the stream is still to begin: what is loaded before it would have to be loaded again
 */
export function createHistoryTable(
  load: LoadSeries,
  now: () => number,
  mayLoad: () => boolean,
): HistoryTable {
  const entries = new Map<string, Entry>();
  const listeners = createListeners<string>();
  const queue: (() => Promise<void>)[] = [];
  let running = 0;

  const name = (datasourceId: string, key: string, options: HistoryOptions) =>
    `${datasourceId}\n${key}\n${options.windowMs}\n${options.points}`;

  const show = (id: string, entry: Entry, status: History['status']) => {
    entry.shown = { status, points: entry.window.points() };
    listeners.tell(id);
  };

  const runNext = () => {
    const job = running < REQUESTS_AT_ONCE ? queue.shift() : undefined;
    if (!job) return;
    running += 1;
    void job().finally(() => {
      running -= 1;
      runNext();
    });
    runNext();
  };

  const fetchInto = (id: string, entry: Entry) => {
    entry.request += 1;
    const request = entry.request;
    queue.push(async () => {
      if (entry.request !== request) return;
      if (entry.users === 0) {
        // Nobody looks any more; whoever turns back begins anew.
        entries.delete(id);
        return;
      }
      const to = now();
      const range = { from: to - entry.options.windowMs, to, points: entry.options.points };
      try {
        const series = await load(entry.datasourceId, entry.key, range);
        if (entry.request !== request) return;
        if (series) entry.window.load(series);
        show(id, entry, series ? 'ready' : entry.window.points().length > 0 ? 'ready' : 'absent');
      } catch {
        // What came live is still shown; the next refresh (a new connection) asks again.
        if (entry.request === request) show(id, entry, 'failed');
      }
    });
    runNext();
  };

  const entryOf = (id: string, datasourceId: string, key: string, options: HistoryOptions): Entry => {
    const known = entries.get(id);
    if (known) return known;
    const window = createHistoryWindow(options.windowMs, options.points);
    const made = { datasourceId, key, options, window, shown: LOADING, users: 0, request: 0 };
    entries.set(id, made);
    return made;
  };

  const refresh = () => {
    for (const [id, entry] of entries) {
      if (entry.users > 0) fetchInto(id, entry);
      else entries.delete(id);
    }
  };

  return {
    history: (datasourceId, key, options) => entries.get(name(datasourceId, key, options))?.shown ?? LOADING,
    subscribe: (datasourceId, key, options, listener) => {
      const id = name(datasourceId, key, options);
      const entry = entryOf(id, datasourceId, key, options);
      entry.users += 1;
      const off = listeners.add(id, listener);
      if (entry.request === 0 && mayLoad()) fetchInto(id, entry);
      return () => {
        off();
        entry.users -= 1;
        if (entry.users > 0) return;
        setTimeout(() => {
          if (entry.users === 0 && entries.get(id) === entry) entries.delete(id);
        }, KEPT_MS);
      };
    },
    append: (datasourceId, key, time, value) => {
      for (const [id, entry] of entries) {
        if (entry.datasourceId !== datasourceId || entry.key !== key) continue;
        entry.window.append(time, value);
        show(id, entry, entry.shown.status === 'loading' ? 'loading' : 'ready');
      }
    },
    refresh,
    forget: () => {
      for (const entry of entries.values())
        entry.window = createHistoryWindow(entry.options.windowMs, entry.options.points);
      refresh();
    },
  };
}
