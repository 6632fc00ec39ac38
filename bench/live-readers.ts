import { connect, type Socket } from 'node:net';
import { createEventStreamParser } from '@/lib/live/parse-event-stream';

/**
 * Many readers of one live stream, in a process of their own: plain sockets, so that they cost little. All count what
 * they get; a few also look into it, for the latency.
 */
export type ReadersQuestion =
  | { ask: 'open'; port: number; path: string; cookie: string; readers: number; lookers: number }
  | { ask: 'measure' }
  | { ask: 'stop' };
export type ReadersAnswer = {
  /** Milliseconds from sending a reading to having read it; a reading's value is the time at which it was sent. */
  latencies: number[];
  bytes: number;
  /** Of the reader that got least. */
  leastBytes: number;
  updates: number;
};

const sockets: Socket[] = [];
let perReader: number[] = [];
let latencies: number[] = [];
let updates = 0;

export const preciseNow = (): number => performance.timeOrigin + performance.now();

function open(question: Extract<ReadersQuestion, { ask: 'open' }>, index: number): Promise<void> {
  const socket = connect(question.port, '127.0.0.1');
  sockets.push(socket);
  // Each from an address of its own, as far as the server is told.
  const address = `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
  socket.write(
    `GET ${question.path} HTTP/1.1\r\nHost: localhost\r\nCookie: ${question.cookie}\r\nX-Forwarded-For: ${address}\r\n\r\n`,
  );
  const parse = index < question.lookers ? createEventStreamParser(look) : undefined;
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('The server closed a stream.')));
    socket.on('data', (piece) => {
      if (perReader[index] === undefined) {
        const status = piece.toString('latin1', 9, 12);
        if (status === '200') resolve();
        else reject(new Error(`A stream was refused: ${status}`));
      }
      perReader[index] = (perReader[index] ?? 0) + piece.length;
      // Chunk lengths between the lines of events are unknown fields to the parser.
      parse?.(piece.toString());
    });
  });
}

function look({ event, data }: { event: string; data: string }): void {
  if (event !== 'frame') return;
  const now = preciseNow();
  const frame = JSON.parse(data) as { u?: [number, number, number][] };
  for (const [, , sentAt] of frame.u ?? []) latencies.push(now - sentAt);
  updates += frame.u?.length ?? 0;
}

process.on('message', async (question: ReadersQuestion) => {
  if (question.ask === 'open') {
    const opened = Array.from({ length: question.readers }, (_, i) => open(question, i));
    await Promise.all(opened).then(
      () => process.send?.({}),
      (error) => process.send?.({ error: String(error) }),
    );
  } else if (question.ask === 'measure') {
    const answer: ReadersAnswer = {
      latencies,
      updates,
      bytes: perReader.reduce((sum, bytes) => sum + bytes, 0),
      leastBytes: Math.min(...perReader),
    };
    latencies = [];
    updates = 0;
    perReader = perReader.map(() => 0);
    process.send?.(answer);
  } else {
    for (const socket of sockets) socket.destroy();
    process.exit();
  }
});
process.on('disconnect', () => process.exit(1));
process.send?.({});
