import { HttpError, InfluxDB, Point, setLogger } from '@influxdata/influxdb-client';
import { FieldType, InfluxDB as InfluxDB1 } from 'influx';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeSender, storedMessages, type TestSender } from '@/lib/ingest/test-sender';
import { useTestDatabase } from '@/lib/test-database';
import { expectLatest, startInstance } from './test-instance';

// The official clients of InfluxDB write to a running server, unchanged but for its address and the key.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
useTestDatabase();

let url: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  setLogger({ error: () => {}, warn: () => {} }); // faults are asserted
  ({ url, stop } = await startInstance());
});
afterAll(() => stop());

describe('@influxdata/influxdb-client', () => {
  const T = new Date(Date.now() - 60_000);
  const clientOf = (sender: TestSender) => new InfluxDB({ url, token: sender.key, timeout: 10_000 });

  it('writes points with tags and fields of every kind', async () => {
    const sender = await makeSender();
    const api = clientOf(sender).getWriteApi('works', 'plant', 'ms', { gzipThreshold: 10_000_000 });
    api.useDefaultTags({ hall: 'A 1' });
    api.writePoint(
      new Point('press')
        .tag('line', '2,3')
        .floatField('force', 12.5)
        .intField('parts', 7)
        .uintField('total', 8)
        .booleanField('ok', true)
        .stringField('state', 'warm "and" ready')
        .timestamp(T),
    );
    await api.close();
    await expectLatest(sender, {
      'press.force{hall=A 1,line=2\\,3}': 12.5,
      'press.parts{hall=A 1,line=2\\,3}': 7,
      'press.total{hall=A 1,line=2\\,3}': 8,
      'press.ok{hall=A 1,line=2\\,3}': true,
      'press.state{hall=A 1,line=2\\,3}': 'warm "and" ready',
    });
    const [stored] = await storedMessages(sender);
    expect(stored?.time.getTime()).toBe(T.getTime());
  });

  it('writes thousands of points in batches, gzipped', async () => {
    const sender = await makeSender();
    const api = clientOf(sender).getWriteApi('works', 'plant', 's', { batchSize: 1_000, gzipThreshold: 0 });
    const from = Math.floor(T.getTime() / 1000) - 5_000;
    for (let i = 0; i < 5_000; i++)
      api.writePoint(new Point('oven').floatField('temperature', i).timestamp(from + i));
    await api.close(); // which does not wait for batches that are on their way
    await vi.waitFor(async () => expect(await storedMessages(sender)).toHaveLength(5_000), {
      timeout: 10_000,
    });
    await expectLatest(sender, { 'oven.temperature': 4_999 });
  });

  it('is told what is wrong in words that it reads', async () => {
    const sender = await makeSender();
    const failure = async (client: InfluxDB, line: string) => {
      const api = client.getWriteApi('o', 'b', 'ns', { maxRetries: 0, writeFailed: () => undefined });
      api.writeRecord(line);
      return api.close().then(
        () => undefined,
        (error: unknown) => error,
      );
    };
    const unreadable = await failure(clientOf(sender), 'oven temperature=');
    expect(unreadable).toBeInstanceOf(HttpError);
    expect(unreadable).toMatchObject({ statusCode: 400, code: 'invalid' });
    expect(String(unreadable)).toContain("unable to parse 'oven temperature=': missing field value");
    const stranger = await failure(new InfluxDB({ url, token: 'nonsense' }), 'a v=1');
    expect(stranger).toMatchObject({ statusCode: 401, code: 'unauthorized' });
  });
});

describe('influx (of InfluxDB 1)', () => {
  it('makes its database, writes points, and is told that it is there', async () => {
    const sender = await makeSender();
    const { hostname, port } = new URL(url);
    const influx = new InfluxDB1({
      host: hostname,
      port: Number(port),
      database: 'plant',
      username: 'anyone',
      password: sender.key,
      schema: [
        {
          measurement: 'weather',
          fields: {
            temperature: FieldType.FLOAT,
            rain: FieldType.BOOLEAN,
            drops: FieldType.INTEGER,
            sky: FieldType.STRING,
          },
          tags: ['place'],
        },
      ],
    });
    const [ping] = await influx.ping(5_000);
    expect(ping).toMatchObject({ online: true, version: expect.stringMatching(/^1\./) });
    if (!(await influx.getDatabaseNames()).includes('plant')) await influx.createDatabase('plant');
    await influx.writePoints([
      {
        measurement: 'weather',
        tags: { place: 'yard' },
        fields: { temperature: -3.5, rain: false, drops: 3, sky: 'two clouds' },
        timestamp: new Date(),
      },
    ]);
    await expectLatest(sender, {
      'weather.temperature{place=yard}': -3.5,
      'weather.rain{place=yard}': false,
      'weather.drops{place=yard}': 3,
      'weather.sky{place=yard}': 'two clouds',
    });
    await expect(influx.query('select * from weather')).rejects.toThrow('/docs/api');
  });
});
