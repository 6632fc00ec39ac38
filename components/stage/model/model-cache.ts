/** State of one URL, as `useSyncExternalStore` wants it: the same object until something changed. */
export type CacheState<T> =
  | { status: 'loading' }
  | { status: 'ready'; value: T }
  | { status: 'error'; error: Error };

interface Entry<T> {
  state: CacheState<T>;
  users: number;
  listeners: Set<() => void>;
  farewell: ReturnType<typeof setTimeout> | undefined;
}

const LOADING: CacheState<never> = { status: 'loading' };

/**
 * Loads each URL once, shares it among its users, and disposes it some time after the last has gone: undo, a remount or
 * a move to the next page must not load it again.
 */
export class ModelCache<T extends { dispose(): void }> {
  private readonly entries = new Map<string, Entry<T>>();

  constructor(
    private readonly load: (url: string) => Promise<T>,
    private readonly keepMilliseconds = 8000,
  ) {}

  /** Uses a URL: loads it if need be and calls back on each change. Returns how to stop using it. */
  use(url: string, listener: () => void): () => void {
    const entry = this.entries.get(url) ?? this.start(url);
    entry.users++;
    entry.listeners.add(listener);
    clearTimeout(entry.farewell);
    return () => {
      entry.listeners.delete(listener);
      entry.users--;
      if (entry.users > 0) return;
      entry.farewell = setTimeout(() => this.drop(url, entry), this.keepMilliseconds);
    };
  }

  state(url: string): CacheState<T> {
    return this.entries.get(url)?.state ?? LOADING;
  }

  /** Loads again what failed. */
  retry(url: string): void {
    const entry = this.entries.get(url);
    if (entry?.state.status === 'error') this.begin(url, entry);
  }

  private start(url: string): Entry<T> {
    const entry: Entry<T> = { state: LOADING, users: 0, listeners: new Set(), farewell: undefined };
    this.entries.set(url, entry);
    this.begin(url, entry);
    return entry;
  }

  private begin(url: string, entry: Entry<T>): void {
    this.change(entry, LOADING);
    this.load(url).then(
      (value) => {
        // Its users left while it was on its way.
        if (this.entries.get(url) !== entry) value.dispose();
        else this.change(entry, { status: 'ready', value });
      },
      (error: unknown) =>
        this.change(entry, {
          status: 'error',
          error: error instanceof Error ? error : new Error(String(error)),
        }),
    );
  }

  private change(entry: Entry<T>, state: CacheState<T>): void {
    entry.state = state;
    for (const listener of entry.listeners) listener();
  }

  private drop(url: string, entry: Entry<T>): void {
    if (entry.users > 0 || this.entries.get(url) !== entry) return;
    this.entries.delete(url);
    if (entry.state.status === 'ready') entry.state.value.dispose();
  }
}
