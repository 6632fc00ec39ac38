import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEY_VARIABLE, SNIPPET_GROUPS, SNIPPET_KINDS } from './definition';
import { instanceOf } from './instance-of';
import { SNIPPETS } from './registry';

const run = promisify(execFile);
const KEY = 'twk_test';
const installed = (program: string) => spawnSync(program, ['--version']).status === 0;

type Received = { method: string | undefined; url: string | undefined; key: string; body: string };
let received: Received[] = [];
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const key = String(request.headers['x-api-key'] ?? request.headers.authorization);
  received.push({ method: request.method, url: request.url, key, body });
  if (request.url?.startsWith('/api/v2/')) response.writeHead(204).end();
  else response.end('{}');
});
const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/ingest/dsr_1`;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => void server.close());

const code = (kind: string) =>
  SNIPPETS.find((snippet) => snippet.kind === kind)?.code({ url: url(), key: KEY }) ?? '';

describe('snippets', () => {
  it('has each kind once, in the order of the list', () => {
    expect(SNIPPETS.map((snippet) => snippet.kind)).toEqual([...SNIPPET_KINDS]);
    for (const group of SNIPPET_GROUPS)
      expect(SNIPPETS.some((snippet) => snippet.group === group)).toBe(true);
  });

  it.each(SNIPPETS.map((snippet) => [snippet.label, snippet] as const))(
    '%s holds the address and reads the key from the variable',
    (_label, snippet) => {
      const text = snippet.code({ url: url(), key: KEY });
      expect(text).toContain(snippet.group === 'language' ? url() : instanceOf(url()).instance);
      expect(text).toContain(KEY_VARIABLE);
      expect(text.includes(KEY)).toBe(snippet.setsKey);
    },
  );

  const send = async (kind: string, program: string, flags: string[]): Promise<Received | undefined> => {
    received = [];
    await run(program, [...flags, code(kind)], { env: { ...process.env, [KEY_VARIABLE]: KEY } });
    return received[0];
  };
  const sent = { method: 'POST', url: '/api/ingest/dsr_1', key: `Bearer ${KEY}` };

  it.runIf(installed('curl') && installed('bash'))('curl runs as it stands', async () => {
    const request = await send('curl', 'bash', ['-c']);
    expect(request).toMatchObject(sent);
    expect(JSON.parse(request?.body ?? '')).toEqual({ temperature: 42.5 });
  });

  it.runIf(installed('curl') && installed('bash'))('CSV runs as it stands', async () => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'snippet-'));
    const table = 'timestamp,temperature\n2026-01-31T12:00:00Z,42.5\n';
    await fs.writeFile(path.join(folder, 'history.csv'), table);
    received = [];
    await run('bash', ['-c', code('csv')], { cwd: folder });
    await fs.rm(folder, { recursive: true });
    expect(received[0]).toMatchObject({ ...sent, body: table });
  });

  it('Node.js runs as it stands', async () => {
    const request = await send('node', process.execPath, ['--input-type=module', '-e']);
    expect(request).toMatchObject(sent);
    expect(JSON.parse(request?.body ?? '')).toEqual({ temperature: 42.5 });
  });

  it.runIf(installed('curl') && installed('bash'))('ThingsBoard runs as it stands', async () => {
    const request = await send('thingsboard', 'bash', ['-c']);
    expect(request).toMatchObject({ method: 'POST', url: `/api/v1/${KEY}/telemetry` });
    expect(JSON.parse(request?.body ?? '')).toEqual({ temperature: 42.5 });
  });

  it('InfluxDB runs as it stands', async () => {
    const request = await send('influxdb', process.execPath, ['--input-type=module', '-e']);
    expect(request).toMatchObject({
      method: 'POST',
      url: '/api/v2/write?org=twinnoverse&bucket=dsr_1&precision=ns',
      key: `Token ${KEY}`,
    });
    expect(request?.body).toMatch(/^press,hall=A force=12\.5 \d{19}$/);
  });

  it.runIf(installed('bash'))('OpenTelemetry sets what its exporters read', async () => {
    received = [];
    const application = `
      import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
      import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
      const reader = new PeriodicExportingMetricReader({ exporter: new OTLPMetricExporter() });
      const provider = new MeterProvider({ readers: [reader] });
      provider.getMeter('press').createCounter('parts').add(1);
      await provider.shutdown();`;
    await run('bash', [
      '-c',
      `${code('opentelemetry')}\n"$0" --input-type=module -e "$1"`,
      process.execPath,
      application,
    ]);
    expect(received[0]).toMatchObject({ method: 'POST', url: '/v1/metrics', key: KEY });
  });

  it('Home Assistant gets address and port apart', () => {
    const homeAssistant = SNIPPETS.find((snippet) => snippet.kind === 'home_assistant');
    const of = (given: string) => homeAssistant?.code({ url: `${given}/api/ingest/dsr_1`, key: KEY });
    expect(of('https://twin.example')).toContain('ssl: true\n  host: twin.example\n  port: 443\n  token:');
    expect(of('http://10.0.0.5:3000/twin')).toContain('host: 10.0.0.5\n  port: 3000\n  path: /twin\n');
  });

  it('gives a secure client only for https', () => {
    expect(code('arduino')).toContain('WiFiClient client;');
    const arduino = SNIPPETS.find((snippet) => snippet.kind === 'arduino');
    expect(arduino?.code({ url: 'https://twin.example/x', key: KEY })).toContain('WiFiClientSecure client;');
  });
});
