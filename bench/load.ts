import net from 'node:net';

/**
 * A small load generator, so that anyone can run the benchmark with nothing but npm. Plain sockets and ready-made
 * requests: it costs about a third of what an HTTP client of Node costs, and competes less with what it measures.
 * Closed loop, as wrk: each connection sends its next request when the last one is answered.
 */
export type Load = {
  port: number;
  connections: number;
  seconds: number;
  /** The bytes of the next request of a connection. */
  request: (connection: number, count: number) => Buffer;
};

export type LoadResult = {
  requests: number;
  /** Answers other than 200. */
  refused: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
};

export const httpPost = (path: string, headers: Record<string, string>, body: string): Buffer =>
  Buffer.from(
    [
      `POST ${path} HTTP/1.1`,
      'host: 127.0.0.1',
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      '',
      body,
    ].join('\r\n'),
  );

export async function runLoad({ port, connections, seconds, request }: Load): Promise<LoadResult> {
  const latencies: number[] = [];
  let refused = 0;
  const begun = performance.now();
  const endsAt = begun + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, (_, connection) =>
      runConnection(port, endsAt, (count) => request(connection, count), {
        onAnswer: (ok, ms) => {
          latencies.push(ms);
          if (!ok) refused += 1;
        },
      }),
    ),
  );
  const elapsed = (performance.now() - begun) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  return {
    requests: latencies.length,
    refused,
    perSecond: latencies.length / elapsed,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
  };
}

function runConnection(
  port: number,
  endsAt: number,
  next: (count: number) => Buffer,
  { onAnswer }: { onAnswer: (ok: boolean, ms: number) => void },
): Promise<void> {
  return new Promise((resolve, reject) => {
    let count = 0;
    let sentAt = 0;
    let rest = '';
    const socket = net.connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    const send = () => {
      if (performance.now() >= endsAt) {
        socket.end();
        resolve();
        return;
      }
      sentAt = performance.now();
      socket.write(next(count++));
    };
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      rest += chunk.toString('latin1');
      if (!isWhole(rest)) return;
      onAnswer(rest.startsWith('HTTP/1.1 200'), performance.now() - sentAt);
      rest = '';
      send();
    });
  });
}

/** Has the whole answer come? One at a time is under way, so what is there belongs to it. */
function isWhole(text: string): boolean {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1];
  return length !== undefined && text.length >= head + 4 + Number(length);
}
