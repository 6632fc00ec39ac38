import { setTimeout as sleep } from 'node:timers/promises';
import { TokenBucket } from '@/lib/token-bucket';

const NAMES_PER_QUERY_MAX = 1_000;

type Waiting<V> = { resolve: (value: V | undefined) => void; reject: (error: unknown) => void };

type Options<V> = {
  /** Looks all of them up with one query; what does not exist is missing in the answer. */
  load: (names: readonly string[]) => Promise<ReadonlyMap<string, V>>;
  onFound: (name: string, value: V | undefined, askedAt: number) => void;
  onFailed: (name: string) => void;
  /** However many ask, no more than so many queries run; undefined: those who ask are few. */
  queriesPerSecond?: number | undefined;
};

/** Many who ask at once cost one query, and one query runs at a time. */
export class BatchedLookup<V> {
  private readonly wanted = new Map<string, Waiting<V>[]>();
  private running = false;
  private generation = 0;
  private readonly queries: TokenBucket | undefined;

  constructor(private readonly options: Options<V>) {
    const { queriesPerSecond } = options;
    this.queries = queriesPerSecond === undefined ? undefined : new TokenBucket(queriesPerSecond);
  }

  ask(name: string): Promise<V | undefined> {
    return new Promise((resolve, reject) => this.want(name, { resolve, reject }));
  }

  /** Asks without waiting for the answer. */
  want(name: string, waiting?: Waiting<V>): void {
    const others = this.wanted.get(name) ?? [];
    if (waiting) others.push(waiting);
    this.wanted.set(name, others);
    if (this.running) return;
    this.running = true;
    setImmediate(() => void this.run());
  }

  /** Something changed: the answer to a question that is under way may be out of date, so it is asked again. */
  doubt(): void {
    this.generation += 1;
  }

  private async run(): Promise<void> {
    while (this.wanted.size > 0) {
      await this.pause();
      await this.query(this.take());
    }
    this.running = false;
  }

  private async pause(): Promise<void> {
    const { queriesPerSecond = Number.POSITIVE_INFINITY } = this.options;
    while (this.queries && !this.queries.take(queriesPerSecond))
      await sleep(this.queries.waitSeconds(queriesPerSecond) * 1000);
  }

  private take(): [string, Waiting<V>[]][] {
    const batch: [string, Waiting<V>[]][] = [];
    for (const entry of this.wanted) {
      batch.push(entry);
      this.wanted.delete(entry[0]);
      if (batch.length === NAMES_PER_QUERY_MAX) break;
    }
    return batch;
  }

  private async query(batch: readonly [string, Waiting<V>[]][]): Promise<void> {
    const { load, onFound, onFailed } = this.options;
    const { generation } = this;
    const askedAt = performance.now();
    try {
      const found = await load(batch.map(([name]) => name));
      if (generation !== this.generation) {
        for (const [name, waiting] of batch)
          this.wanted.set(name, [...waiting, ...(this.wanted.get(name) ?? [])]);
        return;
      }
      for (const [name] of batch) onFound(name, found.get(name), askedAt);
      for (const [name, waiting] of batch) for (const { resolve } of waiting) resolve(found.get(name));
    } catch (error) {
      for (const [name, waiting] of batch) {
        onFailed(name);
        for (const { reject } of waiting) reject(error);
      }
    }
  }
}
