import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, it, vi } from 'vitest';
import { resetEnv } from '@/lib/env';
import { useTestDatabase } from '@/lib/test-database';
import { makeSender } from '../test-sender';
import { expectNoHarm, type FuzzTarget, oddObject, oddText, oddValue } from './fuzz';

useTestDatabase();
vi.setConfig({ testTimeout: 60_000 });

const TIME = 1_760_000_000;
const json = (value: fc.Arbitrary<unknown>) => value.map((one) => JSON.stringify(one) ?? '');
const lines = (line: fc.Arbitrary<string>) => fc.array(line, { maxLength: 6 }).map((all) => all.join('\n'));
const message = oddObject(['timestamp', 'time', 'ts', 'values', 'temperature', 'a.b']);
const metric = oddObject(['name', 'tags', 'fields', 'timestamp', 'metrics']);
const EVENT = {
  specversion: '1.0',
  id: '1',
  source: '/x',
  type: 'y',
  time: '2026-01-31T12:00:00Z',
  data: { a: 1 },
};

const TARGETS: FuzzTarget[] = [
  {
    title: 'JSON',
    headers: { 'content-type': 'application/json' },
    examples: [
      '{"temperature":42.5,"motor":{"rpm":1500},"list":[1,2]}',
      `[{"ts":${TIME},"a":1},{"values":{"b":"x"},"ts":5}]`,
    ],
    bodies: json(fc.oneof(message, fc.array(message, { maxLength: 4 }), oddValue)),
  },
  {
    title: 'NDJSON',
    headers: { 'content-type': 'application/x-ndjson' },
    examples: [`{"ts":${TIME},"a":1}\n\n{"b":{"c":true}}\r\n`],
    bodies: lines(json(fc.oneof(message, oddValue))),
  },
  {
    title: 'CSV',
    headers: { 'content-type': 'text/csv' },
    examples: ['time,a,"b, c"\n1760000000,1,"x ""y"""\n', 'metric;time;value\na;1760000000;1,5\n'],
    bodies: lines(fc.array(oddText, { maxLength: 4 }).map((cells) => cells.join(','))),
  },
  {
    title: 'SenML',
    headers: { 'content-type': 'application/senml+json' },
    examples: [
      `[{"bn":"urn:x:","bt":${TIME},"bver":5,"n":"a","v":1},{"n":"b","t":-5,"vs":"x"},{"n":"c","vb":true,"s":2}]`,
    ],
    bodies: json(
      fc.array(
        oddObject(['bn', 'bt', 'bu', 'bv', 'bs', 'bver', 'n', 'u', 'v', 'vs', 'vb', 'vd', 's', 't', 'x_']),
        { maxLength: 5 },
      ),
    ),
  },
  {
    title: 'CloudEvents',
    headers: { 'content-type': 'application/cloudevents+json' },
    examples: [JSON.stringify(EVENT), JSON.stringify([EVENT, EVENT])],
    bodies: json(
      fc.oneof(
        oddObject([...Object.keys(EVENT), 'data_base64', 'datacontenttype']),
        fc.array(oddObject(Object.keys(EVENT)), { maxLength: 3 }),
        oddValue.map((data) => ({ ...EVENT, data })),
      ),
    ),
  },
  {
    title: 'a CloudEvent in headers',
    headers: { 'ce-specversion': '1.0', 'ce-id': '%', 'ce-source': '%ff', 'ce-type': 'x', 'ce-time': '%41' },
    examples: ['{"a":1}'],
    bodies: json(oddValue),
  },
  {
    title: "Telegraf's JSON",
    headers: { 'content-type': 'application/json' },
    examples: [
      `{"metrics":[{"name":"cpu","tags":{"cpu":"cpu0"},"fields":{"idle":97,"on":true},"timestamp":${TIME}}]}`,
    ],
    bodies: json(
      fc.oneof(
        fc.array(metric, { maxLength: 3 }).map((metrics) => ({ metrics })),
        fc
          .tuple(oddText, oddObject(['cpu']), oddObject(['idle']), oddValue)
          .map(([name, tags, fields, timestamp]) => ({ name, tags, fields, timestamp })),
      ),
    ),
  },
  {
    title: 'what ThingsBoard devices send',
    path: '/api/v1/KEY/telemetry',
    headers: {},
    examples: [`{"ts":${TIME}000,"values":{"a":1}}`],
    bodies: json(message),
  },
  ...(['gzip', 'deflate', 'br', 'gzip, br'] as const).map((encoding) => ({
    title: `bodies packed with ${encoding}`,
    headers: { 'content-encoding': encoding },
    examples: [
      Buffer.from('1f8b08000000000000035bb56a150000ffff', 'hex'),
      Buffer.from('789cab5604000001000f', 'hex'),
    ],
    bodies: fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes)),
  })),
  {
    title: 'line protocol',
    path: '/api/v2/write',
    headers: { 'content-type': 'text/plain' },
    examples: [
      `cpu,host=a\\ b,cpu=cpu0 idle=97.5,on=t,n=3i,s="x \\"y\\"" ${TIME}000000000\n# note\nmem used=1u`,
    ],
    bodies: lines(
      fc
        .array(
          fc.oneof(
            fc.constantFrom('cpu', ',', '=', ' ', '\\', '"', '1i', 't', '#', '1e999', `${TIME}`),
            oddText,
          ),
          { maxLength: 12 },
        )
        .map((words) => words.join('')),
    ),
  },
  {
    title: 'Prometheus remote write',
    path: '/api/v1/write',
    headers: { 'content-type': 'application/x-protobuf', 'content-encoding': 'snappy' },
    examples: [
      Buffer.from('1d6c0a1b0a0e0a085f5f6e616d655f5f120275701209', 'hex'),
      Buffer.from('ffffffff0f00', 'hex'),
    ],
    bodies: fc
      .uint8Array({ maxLength: 200 })
      .map((bytes) => Buffer.concat([Buffer.from([bytes.length, (bytes.length - 1) << 2]), bytes])),
  },
  {
    title: 'OTLP in JSON',
    path: '/v1/metrics',
    headers: { 'content-type': 'application/json' },
    examples: [
      `{"resourceMetrics":[{"resource":{"attributes":[{"key":"h","value":{"stringValue":"a"}}]},"scopeMetrics":[{"metrics":[{"name":"m","gauge":{"dataPoints":[{"timeUnixNano":"${TIME}000000000","asDouble":1.5}]}}]}]}]}`,
    ],
    bodies: json(
      oddObject(['resourceMetrics', 'resource', 'scopeMetrics', 'metrics', 'gauge', 'dataPoints']),
    ),
  },
  {
    title: 'OTLP in protobuf',
    path: '/v1/metrics',
    headers: { 'content-type': 'application/x-protobuf' },
    examples: [Buffer.from('0a1c121a12180a016d2a1312110a0f19000080d1c3a86a18210000000000000840', 'hex')],
    bodies: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  },
];

describe('malformed bytes', () => {
  it.each(TARGETS)('of $title are taken or refused, and do no harm', async (target) => {
    await expectNoHarm(await makeSender(), target);
  });

  it.each([
    {
      title: 'NDJSON',
      headers: { 'content-type': 'application/x-ndjson' },
      examples: [`{"ts":${TIME},"a":1,"text":"é"}\n`.repeat(60)],
      bodies: lines(json(message)).map((body) => body.repeat(20)),
    },
    {
      title: 'CSV',
      headers: { 'content-type': 'text/csv', 'content-encoding': 'gzip' },
      examples: [gzipSync(`time,a,"b"\n${`${TIME},1,"x\ny"\n`.repeat(100)}`)],
      bodies: lines(fc.array(oddText, { maxLength: 4 }).map((cells) => cells.join(','))).map((body) =>
        gzipSync(`a,b\n${body}\n`.repeat(40)),
      ),
    },
  ])('of imports of $title are taken or refused, and do no harm', async (target) => {
    // Bodies of this length are imports then.
    vi.stubEnv('INGEST_BODY_BYTES_MAX', '1024');
    resetEnv();
    try {
      await expectNoHarm(await makeSender(), target, 80);
    } finally {
      vi.unstubAllEnvs();
      resetEnv();
    }
  });
});
