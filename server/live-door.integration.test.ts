import { describe, expect, it, vi } from 'vitest';
import { makeSender } from '@/lib/ingest/test-sender';
import { useTestDatabase } from '@/lib/test-database';
import { live, openRaw, openStore, origin, send, streams, until, useLiveServer } from './test-live-server';

useTestDatabase();
useLiveServer();

describe('a live stream', () => {
  it('tells everything first, then what changes', async () => {
    const sender = await makeSender();
    await send(sender, { temperature: 20, state: 'on', timestamp: Date.now() - 1_000 });
    const store = openStore({ datasourceIds: [sender.datasourceId] }, sender.cookie);
    await live(store);
    expect(store.reading(sender.datasourceId, 'temperature')?.value).toBe(20);
    expect(store.datasource(sender.datasourceId)).toMatchObject({ name: 'Line', staleAfterMs: 60_000 });
    const heard = vi.fn();
    store.subscribe(sender.datasourceId, 'temperature', heard);
    await send(sender, { temperature: 21, pressure: 3 });
    await until(() => heard.mock.calls.length > 0);
    expect(store.reading(sender.datasourceId, 'temperature')?.value).toBe(21);
    expect(store.metrics(sender.datasourceId).map(({ key }) => key)).toEqual([
      'pressure',
      'state',
      'temperature',
    ]);
  });

  it('gathers a hundred readings into few frames, and the last one is the one that counts', async () => {
    const sender = await makeSender();
    const stream = await openRaw(`datasources=${sender.datasourceId}`, { cookie: sender.cookie });
    await until(() => stream.names().includes('snapshot'));
    const begun = Date.now();
    for (let i = 1; i <= 100; i++) await send(sender, { a: i });
    await until(() => JSON.stringify(stream.events.at(-1)?.json).includes(',100]'));
    const frames = stream.names().filter((name) => name === 'frame').length;
    expect(frames).toBeLessThanOrEqual((Date.now() - begun) / 100 + 2);
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    expect(stream.headers.get('x-accel-buffering')).toBe('no');
    expect(stream.headers.get('cache-control')).toContain('no-store');
  });

  it('goes on where a reader left off, without a snapshot', async () => {
    const sender = await makeSender();
    const headers = { cookie: sender.cookie };
    const first = await openRaw(`datasources=${sender.datasourceId}`, headers);
    await until(() => first.names().includes('snapshot'));
    await send(sender, { a: 1 });
    await until(() => first.names().includes('frame'));
    const lastId = first.events.at(-1)?.id ?? '';
    first.abort.abort();
    // Three frames, not one: each is waited for by another reader.
    const witness = await openRaw(`datasources=${sender.datasourceId}`, headers);
    await until(() => witness.names().includes('snapshot'));
    for (let i = 2; i <= 4; i++) {
      await send(sender, { a: i });
      await until(() => witness.events.length === i);
    }
    const again = await openRaw(`datasources=${sender.datasourceId}`, {
      ...headers,
      'last-event-id': lastId,
    });
    await until(() => again.events.length >= 3);
    expect(again.names()).not.toContain('snapshot');
    expect(
      again.events.flatMap(({ json }) =>
        (json as { u: [number, number, number][] }).u.map(([, , value]) => value),
      ),
    ).toEqual([2, 3, 4]);
    const stranger = await openRaw(`datasources=${sender.datasourceId}`, {
      ...headers,
      'last-event-id': 'other.5',
    });
    await until(() => stranger.names().includes('snapshot'));
  });

  it('loses nothing over a cut connection', async () => {
    const sender = await makeSender();
    const store = openStore({ datasourceIds: [sender.datasourceId] }, sender.cookie);
    await live(store);
    for (const stream of streams) stream.destroy();
    await send(sender, { a: 7 });
    await until(() => store.reading(sender.datasourceId, 'a')?.value === 7);
    expect(store.connection().phase).toBe('live');
  });

  it('tells a datasource that was refused, and that it is well again', async () => {
    const sender = await makeSender();
    const store = openStore({ datasourceIds: [sender.datasourceId] }, sender.cookie);
    await live(store);
    await fetch(`${origin}/api/ingest/${sender.datasourceId}`, {
      method: 'POST',
      headers: { authorization: sender.key },
      body: '{',
    });
    await until(
      () =>
        store.datasource(sender.datasourceId)?.lastRefusal?.code === 'unsupported_media_type' ||
        store.datasource(sender.datasourceId)?.lastRefusal?.code === 'invalid_json',
    );
    await send(sender, { a: 1 });
    await until(() => store.datasource(sender.datasourceId)?.lastRefusal === null);
  });
});
