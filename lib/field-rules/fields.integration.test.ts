import { describe, expect, it, vi } from 'vitest';
import { pool } from '@/lib/database';
import { listMetrics } from '@/lib/datasource/list-metrics';
import {
  makeSender,
  sendRequest,
  storedLatest,
  type TestSender,
  testRequest,
} from '@/lib/ingest/test-sender';
import { PostgresNotifier } from '@/lib/postgres-notifier';
import { useTestDatabase } from '@/lib/test-database';
import { getFields } from './get-fields';
import { saveFields } from './save-fields';
import { fieldRulesSchema } from './schema';
import { hearFieldRules } from './sync-field-rules';

useTestDatabase();

const send = (sender: TestSender, body: unknown, type = 'application/json') =>
  sendRequest(
    testRequest(typeof body === 'string' ? body : JSON.stringify(body), {
      headers: { authorization: `Bearer ${sender.key}`, 'content-type': type },
    }),
  );

const save = (
  { caller, datasourceId }: TestSender,
  rules: object,
  names: Parameters<typeof saveFields>[2]['names'] = [],
) => saveFields(caller, datasourceId, { rules: fieldRulesSchema.parse(rules), names });

const field = (key: string, rule: object = {}) => ({ key, ...rule });

describe('rules', () => {
  it('hold for messages from now on, in every format', async () => {
    const sender = await makeSender();
    await send(sender, { temp: '21,5', pressure: 1, uptime: 5 });
    await save(sender, {
      ignored: ['uptime'],
      fields: [field('temp', { kind: 'number', renamedTo: 'temperature' }), field('pressure', { scale: 10 })],
    });
    // What was stored stays as it is.
    expect(await storedLatest(sender)).toEqual({ temp: '21,5', pressure: 1, uptime: 5 });
    await send(sender, { temp: '22,5', pressure: 2, uptime: 6 });
    expect(await storedLatest(sender)).toEqual({ temp: '21,5', temperature: 22.5, pressure: 20, uptime: 5 });
    await send(sender, 'temp;pressure;uptime\n23,5;3;7\n', 'text/csv');
    expect(await storedLatest(sender)).toMatchObject({ temperature: 23.5, pressure: 30, uptime: 5 });
    await send(sender, '{"temp": "24,5", "uptime": 8}\n', 'application/x-ndjson');
    expect(await storedLatest(sender)).toMatchObject({ temperature: 24.5, uptime: 5 });
    const influx = testRequest('press force=1,uptime=9i', {
      path: '/api/v2/write',
      query: `bucket=${sender.datasourceId}`,
      headers: { authorization: `Token ${sender.key}`, 'content-type': 'text/plain' },
    });
    await save(sender, {
      ignored: ['press.uptime'],
      fields: [field('press.force', { renamedTo: 'force', offset: 0.5 })],
    });
    expect((await sendRequest(influx)).status).toBe(204);
    expect(await storedLatest(sender)).toMatchObject({ force: 1.5 });
    expect(await storedLatest(sender)).not.toHaveProperty(['press.uptime']);
  });

  it('that make a value impossible lose neither it nor its message: it counts as a mismatch', async () => {
    const sender = await makeSender();
    await save(sender, { fields: [field('a', { kind: 'number' })] });
    for (const a of ['1', '2', 'abc']) expect((await send(sender, { a })).status).toBe(200);
    expect(await storedLatest(sender)).toEqual({ a: 'abc' });
    const [metric] = await listMetrics(sender.caller, sender.datasourceId);
    expect(metric).toMatchObject({ kind: 'number', mismatches: 1, lastMismatch: 'abc' });
  });

  it('that read texts as numbers make a number of the metric at once', async () => {
    const sender = await makeSender();
    for (let i = 0; i < 5; i++) await send(sender, { a: '21,5' });
    await save(sender, { fields: [field('a', { kind: 'number' })] });
    await send(sender, { a: '22,5' });
    expect(await storedLatest(sender)).toEqual({ a: 22.5 });
    expect(await listMetrics(sender.caller, sender.datasourceId)).toMatchObject([
      { kind: 'number', mismatches: 0 },
    ]);
  });

  it('name the key of the time, also where the usual one says nonsense', async () => {
    const sender = await makeSender();
    expect((await send(sender, { time: 'uptime 5 h', at: 1_700_000_000, a: 1 })).status).toBe(422);
    await save(sender, { timeKey: 'at' });
    expect((await send(sender, { time: 'uptime 5 h', at: 1_700_000_000, a: 1 })).status).toBe(200);
    const [a] = await listMetrics(sender.caller, sender.datasourceId);
    expect(await storedLatest(sender)).toEqual({ a: 1, time: 'uptime 5 h' });
    expect(a?.latest?.time).toBe(new Date(1_700_000_000_000).toISOString());
    await save(sender, { useArrival: true });
    await send(sender, { ts: 1, a: 2 });
    expect(await storedLatest(sender)).toMatchObject({ a: 2, ts: 1 });
  });

  it('that change nothing are no rules', async () => {
    const sender = await makeSender();
    await save(sender, { fields: [field('a')] });
    expect((await getFields(sender.caller, sender.datasourceId)).rules).toBeNull();
  });

  it('that another process saved hold here within a second', async () => {
    const stop = hearFieldRules();
    const sender = await makeSender();
    await send(sender, { a: 1 });
    await pool().query('update datasource set field_rules = $2 where id = $1', [
      sender.datasourceId,
      { fields: [field('a', { scale: 2 })] },
    ]);
    const savedAt = Date.now();
    await new PostgresNotifier('other-12').send('field_rules', sender.datasourceId);
    await vi.waitUntil(
      async () => {
        await send(sender, { a: 1 });
        return (await storedLatest(sender)).a === 2;
      },
      { timeout: 3_000, interval: 20 },
    );
    expect(Date.now() - savedAt).toBeLessThan(1_500);
    stop();
  });
});

describe('names and units', () => {
  it('go to the metrics, those that no message has made yet included', async () => {
    const sender = await makeSender();
    await send(sender, { a: 1, b: 2 });
    await save(sender, { fields: [field('b', { renamedTo: 'pressure' })] }, [
      { key: 'a', kind: 'number', displayName: 'Drum temperature', unit: '°C' },
      { key: 'pressure', kind: 'number', displayName: null, unit: 'bar' },
    ]);
    await send(sender, { a: 3, b: 4 });
    await storedLatest(sender);
    const metrics = await listMetrics(sender.caller, sender.datasourceId);
    expect(
      metrics.map(({ key, displayName, unit, latest }) => [key, displayName, unit, latest?.value]),
    ).toEqual([
      ['a', 'Drum temperature', '°C', 3],
      ['b', null, null, 2],
      ['pressure', null, 'bar', 4],
    ]);
  });
});

describe('the messages to choose by', () => {
  it('are the last ones that differ, before any rule, with the key of their time', async () => {
    const sender = await makeSender();
    await save(sender, { ignored: ['b'] });
    // Each is the first of its second, so that each is kept.
    for (const body of [
      { a: 1, b: 2 },
      { timestamp: 1_700_000_000, a: 3 },
      { a: 4, b: 5 },
    ]) {
      await send(sender, body);
      await pool().query('select pg_sleep(1.05)');
    }
    const { samples, rules } = await getFields(sender.caller, sender.datasourceId);
    expect(rules).toMatchObject({ ignored: ['b'] });
    expect(samples).toMatchObject([
      { keys: ['a', 'b'], values: [4, 5], timeKey: null, timeUs: null, format: 'json' },
      { keys: ['timestamp', 'a'], values: [1_700_000_000, 3], timeKey: 'timestamp', timeUs: 1.7e15 },
    ]);
  });

  it('of a body that is not kept whole are what was read out of it', async () => {
    const sender = await makeSender();
    await send(sender, { a: 1, list: Array.from({ length: 6_000 }, (_, i) => i) });
    const { samples } = await getFields(sender.caller, sender.datasourceId);
    expect(samples).toMatchObject([{ keys: ['a'], values: [1], isAsRead: true }]);
  });
});
