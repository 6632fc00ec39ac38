import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeSender, type TestSender } from '@/lib/ingest/test-sender';
import { useTestDatabase } from '@/lib/test-database';
import { expectLatest, startInstance } from './test-instance';

// Requests as Telegraf and Home Assistant make them, by their sources: what they send when they start, and then.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
useTestDatabase();

let url: string;
let stop: () => Promise<void>;
let sender: TestSender;
beforeAll(async () => {
  ({ url, stop } = await startInstance());
});
afterAll(() => stop());

const NOW = Math.floor(Date.now() / 1000);
const basic = (user: string) => `Basic ${Buffer.from(`${user}:${sender.key}`).toString('base64')}`;
const send = (path: string, headers: Record<string, string>, body?: string | Buffer) =>
  fetch(
    `${url}${path}`,
    body === undefined ? { headers } : { method: 'POST', headers, body: Buffer.from(body) },
  );

const TELEGRAF =
  `cpu,cpu=cpu-total,host=edge-7 usage_idle=97.5,usage_system=1.25 ${NOW}000000000\n` +
  `disk,device=sda1,fstype=ext4,host=edge-7,mode=rw,path=/ free=81292468224i,used_percent=12.5 ${NOW}000000000\n` +
  `system,host=edge-7 load1=0.5,n_cpus=2i ${NOW}000000000\n` +
  `system,host=edge-7 uptime=1032i ${NOW}000000000\n` +
  `system,host=edge-7 uptime_format=" 0:17" ${NOW}000000000\n`;
const TELEGRAF_LATEST = {
  'cpu.usage_idle{cpu=cpu-total,host=edge-7}': 97.5,
  'cpu.usage_system{cpu=cpu-total,host=edge-7}': 1.25,
  'disk.free{device=sda1,fstype=ext4,host=edge-7,mode=rw,path=/}': 81292468224,
  'disk.used_percent{device=sda1,fstype=ext4,host=edge-7,mode=rw,path=/}': 12.5,
  'system.load1{host=edge-7}': 0.5,
  'system.n_cpus{host=edge-7}': 2,
  'system.uptime{host=edge-7}': 1032,
  'system.uptime_format{host=edge-7}': ' 0:17',
};

describe('Telegraf', () => {
  it('by outputs.influxdb_v2', async () => {
    sender = await makeSender();
    const answer = await send(
      '/api/v2/write?bucket=telegraf&org=works',
      {
        'user-agent': 'Telegraf/1.32.0 Go/1.23.0',
        'content-encoding': 'gzip',
        'content-type': 'text/plain; charset=utf-8',
        authorization: `Token ${sender.key}`,
      },
      gzipSync(TELEGRAF),
    );
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    await expectLatest(sender, TELEGRAF_LATEST);
  });

  it('by outputs.influxdb: it makes its database first', async () => {
    sender = await makeSender();
    const headers = { 'user-agent': 'Telegraf/1.32.0 Go/1.23.0', authorization: basic('telegraf') };
    const made = await send(
      '/query',
      { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      'q=CREATE+DATABASE+%22telegraf%22',
    );
    expect([made.status, await made.json()]).toEqual([200, { results: [{ statement_id: 0 }] }]);
    const answer = await send(
      '/write?consistency=any&db=telegraf',
      { ...headers, 'content-encoding': 'gzip', 'content-type': 'text/plain; charset=utf-8' },
      gzipSync(TELEGRAF),
    );
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    await expectLatest(sender, TELEGRAF_LATEST);
  });

  it('by outputs.http as JSON', async () => {
    sender = await makeSender();
    const metrics = [
      {
        fields: { usage_idle: 97.5, usage_system: 1.25 },
        name: 'cpu',
        tags: { cpu: 'cpu-total', host: 'edge-7' },
        timestamp: NOW,
      },
      { fields: { uptime_format: ' 0:17' }, name: 'system', tags: { host: 'edge-7' }, timestamp: NOW },
    ];
    const answer = await send(
      '/api/ingest',
      {
        'user-agent': 'Telegraf/1.32.0',
        'content-type': 'application/json; charset=utf-8',
        'x-api-key': sender.key,
      },
      JSON.stringify({ metrics }),
    );
    expect(answer.status).toBe(200);
    await expectLatest(sender, {
      'cpu.usage_idle{cpu=cpu-total,host=edge-7}': 97.5,
      'cpu.usage_system{cpu=cpu-total,host=edge-7}': 1.25,
      'system.uptime_format{host=edge-7}': ' 0:17',
    });
  });
});

const HOME_ASSISTANT =
  '°C,domain=sensor,entity_id=boiler_flow device_class_str="temperature",friendly_name_str="Boiler \\"flow\\"",' +
  `state_class_str="measurement",value=61.5 ${NOW}123456789\n` +
  `binary_sensor.door,domain=binary_sensor,entity_id=door state="on",value=1 ${NOW}223456000`;
const HOME_ASSISTANT_LATEST = {
  '°C.device_class_str{domain=sensor,entity_id=boiler_flow}': 'temperature',
  '°C.friendly_name_str{domain=sensor,entity_id=boiler_flow}': 'Boiler "flow"',
  '°C.state_class_str{domain=sensor,entity_id=boiler_flow}': 'measurement',
  '°C.value{domain=sensor,entity_id=boiler_flow}': 61.5,
  'binary_sensor.door.state{domain=binary_sensor,entity_id=door}': 'on',
  'binary_sensor.door.value{domain=binary_sensor,entity_id=door}': 1,
};

describe("Home Assistant's InfluxDB integration", () => {
  it('of InfluxDB 2: a write of nothing first, to see whether it may', async () => {
    sender = await makeSender();
    const headers = {
      accept: 'application/json',
      authorization: `Token ${sender.key}`,
      'content-encoding': 'identity',
      'content-type': 'text/plain',
      'user-agent': 'influxdb-client-python/1.48.0',
    };
    const path = '/api/v2/write?org=home&bucket=home_assistant&precision=ns';
    expect((await send(path, headers, '')).status).toBe(204);
    expect((await send(path, headers, HOME_ASSISTANT)).status).toBe(204);
    await expectLatest(sender, HOME_ASSISTANT_LATEST);
    const stranger = await send(path, { ...headers, authorization: 'Token wrong' }, '');
    expect([stranger.status, (await stranger.json()).code]).toEqual([401, 'unauthorized']);
  });

  it('of InfluxDB 1: the same, with a user and the key as password', async () => {
    sender = await makeSender();
    const headers = {
      accept: 'application/x-msgpack',
      authorization: basic('home'),
      'content-type': 'application/octet-stream',
      'user-agent': 'python-requests/2.32.3',
    };
    expect((await send('/write?db=home_assistant', headers, '\n')).status).toBe(204);
    const shown = await send('/query?q=SHOW+DATABASES%3B&db=home_assistant', headers);
    expect((await shown.json()).results[0].series[0].values).toEqual([['home_assistant']]);
    expect((await send('/write?db=home_assistant', headers, `${HOME_ASSISTANT}\n`)).status).toBe(204);
    await expectLatest(sender, HOME_ASSISTANT_LATEST);
    const stranger = await send('/write?db=x', { ...headers, authorization: 'Basic d3JvbmdAOnB3' }, '\n');
    expect([stranger.status, (await stranger.json()).error]).toEqual([
      401,
      expect.stringContaining('authorization failed'),
    ]);
  });
});

it('answers /health as InfluxDB does', async () => {
  const answer = await fetch(`${url}/health`);
  expect([answer.status, await answer.json()]).toEqual([
    200,
    expect.objectContaining({ name: 'influxdb', status: 'pass' }),
  ]);
});
