import { expect, it, vi } from 'vitest';
import { makeSender } from '@/lib/ingest/test-sender';
import { liveBus } from '@/lib/live/bus';
import { createEventStreamParser } from '@/lib/live/parse-event-stream';
import { useTestDatabase } from '@/lib/test-database';
import { GET } from './route';

useTestDatabase();

it('streams a snapshot and frames, and lets go when the reader leaves', async () => {
  const sender = await makeSender();
  const url = `http://localhost/api/live?datasources=${sender.datasourceId}`;
  const answer = await GET(new Request(url, { headers: { cookie: sender.cookie } }));
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  const events: string[] = [];
  const parse = createEventStreamParser(({ event }) => events.push(event));
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const readUntil = async (event: string) => {
    while (!events.includes(event)) parse((await reader?.read())?.value ?? '');
  };
  await readUntil('snapshot');
  liveBus().publish({ datasourceId: sender.datasourceId, updates: [[1, 2, 3]] });
  await readUntil('frame');
  await reader?.cancel();
  const streams = () => liveBus().wanted(sender.datasourceId);
  // The topic lingers for whoever comes back; nothing is written to the reader that left.
  liveBus().publish({ datasourceId: sender.datasourceId, updates: [[1, 3, 4]] });
  await vi.waitUntil(() => streams());
  expect(events).toEqual(['snapshot', 'frame']);
});

it('refuses as the fast door does', async () => {
  const sender = await makeSender();
  const status = async (query: string, cookie = '') =>
    (await GET(new Request(`http://localhost/api/live?${query}`, { headers: { cookie } }))).status;
  expect(await status(`datasources=${sender.datasourceId}`)).toBe(401);
  expect(await status('datasources=dsr_000000000000000000000', sender.cookie)).toBe(404);
  expect(await status('share=nonsense')).toBe(404);
  expect(await status('', sender.cookie)).toBe(400);
});
