import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { OpenRequests, UNANSWERED_MAX } from './open-requests';

let server: http.Server;
let open: OpenRequests;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'performance'] });
  open = new OpenRequests();
  server = http.createServer((request, response) => {
    open.add(request, response, 'request-1');
  });
});
afterEach(() => {
  vi.useRealTimers();
  server.closeAllConnections();
  server.close();
});

it('tells whose body trickles in too slowly what is wrong, and closes', async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const asked = new Promise((resolve) => server.once('request', resolve));
  const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write('POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n\r\n{');
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString();
  });
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await asked;
  vi.advanceTimersByTime(25_000);
  expect(text).toBe('');
  vi.advanceTimersByTime(10_000);
  await closed;
  expect(text).toContain('HTTP/1.1 408');
  expect(text).toContain('application/problem+json');
  expect(text).toContain('"code":"timeout"');
  expect(text).toContain('x-request-id: request-1');
});

it('lets a body of unknown length take the longer the more of it comes', async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  let come = 0;
  server.once('request', (request: http.IncomingMessage) =>
    request.on('data', (chunk: Buffer) => {
      come += chunk.length;
    }),
  );
  const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write('POST / HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n');
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString();
  });
  const piece = Buffer.alloc(400_000, 'x');
  for (let round = 1; round <= 40; round++) {
    socket.write(`${piece.length.toString(16)}\r\n`);
    socket.write(piece);
    socket.write('\r\n');
    await vi.waitUntil(() => come === round * piece.length);
    vi.advanceTimersByTime(5_000);
  }
  expect(text).toBe(''); // 200 seconds, at 80 kB a second
  const closed = new Promise((resolve) => socket.once('close', resolve));
  vi.advanceTimersByTime(400_000);
  await closed;
  expect(text).toContain('HTTP/1.1 408');
});

it('ends a connection whose requests come faster than they can be answered, and forgets all of them', async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => {});
  const closed = new Promise((resolve) => socket.once('close', resolve));
  let asked = 0;
  server.on('request', () => {
    asked += 1;
  });
  const request = 'POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 2\r\n\r\n{}';
  socket.write(request.repeat(10 * UNANSWERED_MAX));
  await closed;
  expect(asked).toBeGreaterThan(UNANSWERED_MAX);
  expect(asked).toBeLessThan(5 * UNANSWERED_MAX);
  expect(await open.drain(5_000)).toEqual({ unanswered: 0 });
});
