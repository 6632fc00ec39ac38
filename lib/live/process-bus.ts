import type { LiveBus, LiveChange, Peers } from './bus';

type Listener = (change: LiveChange) => void;

/** The bus of a process that is alone on its database: calls who subscribed, at once. */
export class ProcessBus implements LiveBus {
  protected readonly listeners = new Map<string, Set<Listener>>();

  publish(change: LiveChange): void {
    this.publishHere(change);
  }

  publishHere(change: LiveChange): void {
    for (const listener of this.listeners.get(change.datasourceId) ?? []) listener(change);
  }

  subscribe(datasourceId: string, listener: Listener): () => void {
    const set = this.listeners.get(datasourceId) ?? new Set();
    const isFirst = set.size === 0;
    this.listeners.set(datasourceId, set);
    set.add(listener);
    if (isFirst) this.begin(datasourceId);
    return () => {
      set.delete(listener);
      if (set.size > 0 || this.listeners.get(datasourceId) !== set) return;
      this.listeners.delete(datasourceId);
      this.end(datasourceId);
    };
  }

  wanted(datasourceId: string): boolean {
    return this.listeners.has(datasourceId);
  }

  /** Always the same time: nobody else makes changes. */
  hearingSince(_datasourceId: string): number | undefined {
    return 0;
  }

  join(_peers: Peers): void {}

  async close(): Promise<void> {}

  protected begin(_datasourceId: string): void {}
  protected end(_datasourceId: string): void {}
}
