import type { LiveChange } from './bus';
import type { MetricInfo, Update } from './protocol';

type Pending = {
  head: Omit<LiveChange, 'metrics' | 'updates'>;
  metrics: Map<number, MetricInfo>;
  updates: Map<number, Update>;
};

/** Changes that wait to be sent to other processes: of several values of a metric the last stays. */
export class PendingChanges {
  private readonly byDatasource = new Map<string, Pending>();

  add({ metrics, updates, forgotten, ...head }: LiveChange): void {
    let pending = this.byDatasource.get(head.datasourceId);
    if (!pending) {
      pending = { head, metrics: new Map(), updates: new Map() };
      this.byDatasource.set(head.datasourceId, pending);
    } else {
      Object.assign(pending.head, head);
    }
    if (forgotten) {
      pending.head.forgotten = [...(pending.head.forgotten ?? []), ...forgotten];
      for (const id of forgotten) pending.updates.delete(id);
    }
    if (metrics) for (const metric of metrics) pending.metrics.set(metric.id, metric);
    if (updates) for (const update of updates) pending.updates.set(update[0], update);
  }

  get isEmpty(): boolean {
    return this.byDatasource.size === 0;
  }

  /**
   * Takes everything, as JSON arrays of changes of at most `bytesMax` each: what is longer is cut into several changes
   * of the same datasource. Only a single value that is longer than that makes a longer one.
   */
  take(bytesMax: number): string[] {
    const packs: string[] = [];
    let open = '';
    for (const pending of this.byDatasource.values()) {
      for (const text of changesOf(pending, bytesMax - 2)) {
        if (open && Buffer.byteLength(open) + Buffer.byteLength(text) + 3 > bytesMax) {
          packs.push(`[${open}]`);
          open = '';
        }
        open = open ? `${open},${text}` : text;
      }
    }
    if (open) packs.push(`[${open}]`);
    this.byDatasource.clear();
    return packs;
  }
}

const EMPTY_LISTS_BYTES = ',"metrics":[],"updates":[]'.length;

function changesOf({ head, metrics, updates }: Pending, bytesMax: number): string[] {
  const texts: string[] = [];
  let start = JSON.stringify(head).slice(0, -1);
  const rest = JSON.stringify({ datasourceId: head.datasourceId }).slice(0, -1);
  const lists = { metrics: [] as string[], updates: [] as string[] };
  let bytes = Buffer.byteLength(start) + EMPTY_LISTS_BYTES + 1;
  const end = () => {
    const named = (['metrics', 'updates'] as const).filter((name) => lists[name].length > 0);
    texts.push(`${start}${named.map((name) => `,"${name}":[${lists[name].join(',')}]`).join('')}}`);
    start = rest;
    lists.metrics = [];
    lists.updates = [];
    bytes = Buffer.byteLength(start) + EMPTY_LISTS_BYTES + 1;
  };
  const add = (name: 'metrics' | 'updates', text: string) => {
    const more = Buffer.byteLength(text) + 1;
    if (bytes + more > bytesMax && (lists.metrics.length > 0 || lists.updates.length > 0)) end();
    lists[name].push(text);
    bytes += more;
  };
  for (const metric of metrics.values()) add('metrics', JSON.stringify(metric));
  for (const update of updates.values()) add('updates', JSON.stringify(update));
  end();
  return texts;
}
