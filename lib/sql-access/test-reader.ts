import pg from 'pg';
import { afterEach } from 'vitest';
import type { TestSender } from '@/lib/ingest/test-sender';
import type { TestMessage } from '@/lib/telemetry/test-write';
import { sqlName } from './names';

const clients: pg.Client[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.end().catch(() => {});
});

/** As somebody with Grafana: the socket of the test's database asks for no password, everything else is real. */
export async function connectAs(sender: TestSender): Promise<pg.Client> {
  const url = new URL(process.env.DATABASE_URL ?? '');
  url.username = sqlName(sender.caller.workspaceId);
  const client = new pg.Client({ connectionString: url.href });
  client.on('error', () => {});
  await client.connect();
  clients.push(client);
  return client;
}

/** Messages of numbers, and now and then a text, a boolean, a structure. */
export const messagesOf = (day: number, count: number, step = 60_000): TestMessage[] =>
  Array.from({ length: count }, (_, i) => ({
    at: day + i * step,
    values: {
      temperature: 20 + i / 8,
      rpm: 1_500 + i,
      ...(i % 5 === 0 ? { state: i % 2 ? 'on' : 'söme "text"' } : {}),
      ...(i % 7 === 0 ? { open: i % 2 === 0 } : {}),
      ...(i % 11 === 0 ? { output: { labels: ['A', 'B'], values: [i, 2] } } : {}),
    },
  }));
