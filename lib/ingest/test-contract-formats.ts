import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { Case } from './test-contract-case';

const taken = (title: string, type: string, raw: string, accepted: number): Case => ({
  title,
  headers: { 'content-type': type },
  raw,
  status: 200,
  accepted,
});

const packed = (encoding: string, pack: (body: Buffer) => Buffer): Case => ({
  title: `a body packed with ${encoding}`,
  headers: { 'content-encoding': encoding },
  raw: pack(Buffer.from('{"t":1}')),
  status: 200,
  accepted: 1,
});

/** What else than plain JSON is taken. */
export const TAKEN_FORMATS: Case[] = [
  { title: 'a time and values', body: { ts: 1_760_000_000_004, values: { t: 1 } }, status: 200, accepted: 1 },
  taken('NDJSON', 'application/x-ndjson', '{"t":1}\n{"t":2}\n', 2),
  taken('JSON lines', 'application/jsonl; charset=utf-8', '{"t":1}\n\n{"t":2}', 2),
  taken('CSV', 'text/csv', 'time,t\n1760000000005,1\n1760000000006,2\n', 2),
  taken(
    'CSV, one reading on each row',
    'text/csv',
    'metric,time,value\nt,1760000000007,1\nu,1760000000007,2\n',
    1,
  ),
  taken(
    'SenML',
    'application/senml+json',
    '[{"bn":"urn:x:","bt":1760000001,"n":"t","v":1},{"n":"u","vb":true}]',
    1,
  ),
  taken(
    'a CloudEvent',
    'application/cloudevents+json',
    '{"specversion":"1.0","id":"1","source":"/x","type":"y","time":"2025-10-09T08:53:22Z","data":{"t":1}}',
    1,
  ),
  {
    title: 'a CloudEvent in headers',
    headers: { 'ce-specversion': '1.0', 'ce-id': '2', 'ce-source': '/x', 'ce-type': 'y' },
    body: { t: 1 },
    status: 200,
    accepted: 1,
  },
  taken(
    "Telegraf's JSON",
    'application/json',
    '{"metrics":[{"name":"cpu","tags":{"cpu":"cpu0"},"fields":{"idle":97},"timestamp":1760000003}]}',
    1,
  ),
  packed('gzip', gzipSync),
  packed('deflate', deflateSync),
  packed('deflate', deflateRawSync),
  packed('br', brotliCompressSync),
  packed('gzip, br', (body) => brotliCompressSync(gzipSync(body))),
  {
    title: 'an idempotency key',
    headers: { 'idempotency-key': '"a"' },
    body: { t: 1 },
    status: 200,
    accepted: 1,
  },
];

/** What they are refused for. */
export const FAULTY_FORMATS: Case[] = [
  {
    title: 'a bad line of NDJSON',
    headers: { 'content-type': 'application/x-ndjson' },
    raw: '{"t":1}\n{"t":2,"ts":"soon"}\n',
    status: 422,
    code: 'invalid_reading',
    pointer: '/ts',
    line: 2,
    detail: /^Line 2, \/ts: "soon" is no time/,
  },
  {
    title: 'a line that is no JSON',
    headers: { 'content-type': 'application/x-ndjson' },
    raw: '{"t":1}\n{"t":\n',
    status: 400,
    code: 'invalid_json',
    line: 2,
  },
  {
    title: 'a bad row of CSV',
    headers: { 'content-type': 'text/csv' },
    raw: 'time,t\n1760000000,1\nsoon,2\n',
    status: 422,
    code: 'invalid_reading',
    pointer: '/time',
    line: 3,
  },
  {
    title: 'CSV with an open quote',
    headers: { 'content-type': 'text/csv' },
    raw: 'time,t\n1760000000,"1\n',
    status: 400,
    code: 'unreadable_body',
  },
  {
    title: 'SenML that must be understood',
    headers: { 'content-type': 'application/senml+json' },
    raw: '[{"n":"t","v":1,"new_":1}]',
    status: 422,
    pointer: '/0/new_',
  },
  {
    title: 'a CloudEvent without its source',
    headers: { 'content-type': 'application/cloudevents+json' },
    raw: '{"specversion":"1.0","id":"1","type":"y","data":{"t":1}}',
    status: 422,
    pointer: '/source',
  },
  {
    title: 'gzip that is none',
    headers: { 'content-encoding': 'gzip' },
    raw: '{"t":1}',
    status: 400,
    code: 'unreadable_body',
    detail: /not gzip/,
  },
  {
    title: 'gzip that is cut off',
    headers: { 'content-encoding': 'gzip' },
    raw: gzipSync('{"t":1}').subarray(0, -4),
    status: 400,
    code: 'unreadable_body',
  },
  {
    title: 'an idempotency key that is too long',
    headers: { 'idempotency-key': 'x'.repeat(256) },
    body: { t: 1 },
    status: 400,
    code: 'invalid_request',
    pointer: 'Idempotency-Key',
  },
];
