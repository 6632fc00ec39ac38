import fs from 'node:fs';
import net from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { makeSender } from '@/lib/ingest/test-sender';
import { checkStored } from './check-stored';
import { Instance } from './instance';
import { Load } from './load';
import { Random } from './random';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 90_000 });

const random = new Random(2);
let instance: Instance;

beforeAll(async () => {
  instance = await Instance.start();
});
afterAll(() => instance.stop());

const residentMb = (): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(fs.readFileSync(`/proc/${instance.pid}/status`, 'utf8'))?.[1]) / 1024;

/** Sends requests one behind the other as fast as they are taken in, and never reads an answer. */
function sendDeaf(key: string): { socket: net.Socket; written: () => number } {
  const { hostname, port } = new URL(instance.anyUrl(random));
  const socket = net.connect(Number(port), hostname);
  socket.pause();
  socket.on('error', () => {});
  const body = '{"deaf":1}';
  const request = `POST /api/ingest HTTP/1.1\r\nhost: here\r\nauthorization: ${key}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  const many = Buffer.from(request.repeat(200));
  let count = 0;
  const write = () => {
    while (!socket.destroyed && socket.write(many)) count += 200;
  };
  socket.on('drain', write);
  socket.on('connect', write);
  return { socket, written: () => count };
}

it.skipIf(process.platform !== 'linux')(
  'takes in no more from senders that read no answers, and serves the others',
  async () => {
    const deaf = await makeSender();
    const other = await makeSender();
    const load = new Load({ url: () => instance.anyUrl(random), key: other.key, random });
    await load.nextAcknowledgement();
    const before = residentMb();
    const senders = Array.from({ length: 4 }, () => sendDeaf(deaf.key));
    const taken = () => senders.reduce((sum, { written }) => sum + written(), 0);
    // Megabytes of answers fit into the buffers of both systems; then nothing more is taken in from any of them, or
    // the connection ends because too many of its requests wait.
    for (let before = -1; taken() !== before; await wait(3_000)) before = taken();
    expect(residentMb() - before).toBeLessThan(150);
    await load.nextAcknowledgement();
    for (const { socket } of senders) socket.destroy();
    await load.stop();
    const { acknowledged } = await checkStored(other, load.sent);
    expect(acknowledged).toBeGreaterThan(0);
  },
);
