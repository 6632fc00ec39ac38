import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe } from 'vitest';
import { describeIngestContract } from '@/lib/ingest/test-contract';
import { useTestDatabase } from '@/lib/test-database';
import { ingestDoor } from './ingest-door';
import { identify } from './request-log';

useTestDatabase();

describe('the fast door', () => {
  const server = http.createServer((request, response) => {
    identify(request); // as the front door does
    if (!ingestDoor(request, response)) response.writeHead(404).end();
  });
  let origin: string;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  describeIngestContract({
    send: async ({ method, path, headers, body }) => {
      const answer = await request(`${origin}${path}`, { method, headers }, body);
      return answer;
    },
  });
});

/** Not `fetch`, which adds a content type of its own and gives up when a refusal comes before the body is sent. */
function request(url: string, options: http.RequestOptions, body: string | Buffer | undefined) {
  return new Promise<{ status: number; headers: Headers; body: string }>((resolve, reject) => {
    const sent = http.request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: new Headers(response.headers as Record<string, string>),
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
