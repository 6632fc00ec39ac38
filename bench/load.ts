import { LoadConnection } from './load-connection';

/**
 * A small load generator, so that anyone can run the benchmark with nothing but npm. Plain sockets and ready-made
 * requests: it costs about a third of what an HTTP client of Node costs, and competes less with what it measures.
 */
export type Load = {
  port: number;
  connections: number;
  seconds: number;
  /** The bytes of the next request of a connection, which has one under way at a time. */
  request: (connection: number) => Buffer;
};

export type LoadResult = {
  requests: number;
  /** Answers other than 2xx. */
  refused: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
};

/** Closed loop, as wrk: each connection sends its next request when the last one is answered. */
export async function runLoad({ port, connections, seconds, request }: Load): Promise<LoadResult> {
  const tally = new Tally();
  const all = await connectAll(port, connections);
  const begun = performance.now();
  const endsAt = begun + seconds * 1000;
  await Promise.all(
    all.map(
      (connection, i) =>
        new Promise<void>((resolve, reject) => {
          let sentAt = performance.now();
          connection.onError = reject;
          connection.onAnswer = (ok) => {
            const now = performance.now();
            tally.note(ok, now - sentAt);
            if (now >= endsAt) return resolve();
            sentAt = now;
            connection.send(request(i));
          };
          connection.send(request(i));
        }),
    ),
  );
  for (const connection of all) connection.close();
  return tally.result((performance.now() - begun) / 1000);
}

/**
 * Open loop: requests fall due at an even rate, whether or not earlier ones are answered, and their time counts from
 * when they were due. What a closed loop hides, the wait of those who come while the server is stuck, is in it.
 */
export async function runPaced({
  perSecond,
  onSecond,
  ...load
}: Load & { perSecond: number; onSecond?: () => void }): Promise<LoadResult> {
  const tally = new Tally();
  const free: { connection: LoadConnection; index: number }[] = [];
  const waiting: number[] = [];
  const all = await connectAll(load.port, load.connections);
  const begun = performance.now();
  await new Promise<void>((resolve, reject) => {
    let sent = 0;
    let answered = 0;
    let seconds = 0;
    const total = Math.floor(perSecond * load.seconds);
    const send = (slot: (typeof free)[number], dueAt: number) => {
      slot.connection.onAnswer = (ok) => {
        tally.note(ok, performance.now() - dueAt);
        answered += 1;
        const next = waiting.shift();
        if (next === undefined) free.push(slot);
        else send(slot, next);
        if (answered === total) resolve();
      };
      slot.connection.send(load.request(slot.index));
    };
    for (const [index, connection] of all.entries()) {
      connection.onError = reject;
      free.push({ connection, index });
    }
    const timer = setInterval(() => {
      const elapsed = (performance.now() - begun) / 1000;
      for (const due = Math.min(total, Math.floor(elapsed * perSecond)); sent < due; sent++) {
        const dueAt = begun + (sent / perSecond) * 1000;
        const slot = free.shift();
        if (slot) send(slot, dueAt);
        else waiting.push(dueAt);
      }
      if (elapsed >= seconds + 1) {
        seconds += 1;
        onSecond?.();
      }
      if (sent === total) clearInterval(timer);
    }, 1);
  });
  for (const connection of all) connection.close();
  return tally.result((performance.now() - begun) / 1000);
}

const connectAll = (port: number, count: number): Promise<LoadConnection[]> =>
  Promise.all(Array.from({ length: count }, () => LoadConnection.open(port)));

const LATENCIES_MAX = 2_000_000;

class Tally {
  private readonly latencies = new Float32Array(LATENCIES_MAX);
  private requests = 0;
  private refused = 0;

  note(ok: boolean, ms: number): void {
    // A long run keeps a sample: its latest ones.
    this.latencies[this.requests % LATENCIES_MAX] = ms;
    this.requests += 1;
    if (!ok) this.refused += 1;
  }

  result(seconds: number): LoadResult {
    const sorted = this.latencies.subarray(0, Math.min(this.requests, LATENCIES_MAX)).sort();
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
    return {
      requests: this.requests,
      refused: this.refused,
      perSecond: this.requests / seconds,
      p50Ms: at(0.5),
      p99Ms: at(0.99),
    };
  }
}
