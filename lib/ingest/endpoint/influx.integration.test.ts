import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/test-database';
import {
  makeSender,
  sendRequest,
  storedLatest,
  storedMessages,
  type TestSender,
  testRequest,
} from '../test-sender';

useTestDatabase();

let sender: TestSender;
beforeAll(async () => {
  sender = await makeSender();
});

const T = Math.floor(Date.now() / 1000) - 60;
const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** A line protocol request, with the key where `KEY` stands. */
async function write(
  path: string,
  query: string,
  body: string | Buffer,
  headers: Record<string, string> = { authorization: 'Token KEY' },
) {
  const known = Object.entries(headers).map(([name, value]) => [name, value.replace('KEY', sender.key)]);
  const answer = await sendRequest(
    testRequest(body, {
      path,
      query: query.replace('KEY', sender.key),
      headers: { 'content-type': 'text/plain; charset=utf-8', ...Object.fromEntries(known) },
    }),
  );
  return { ...answer, json: answer.body === '' ? undefined : JSON.parse(answer.body) };
}
const write2 = (body: string, query = 'org=o&bucket=b&precision=s', headers?: Record<string, string>) =>
  write('/api/v2/write', query, body, headers);
const write1 = (body: string, query = 'db=plant&precision=s', headers?: Record<string, string>) =>
  write('/write', query, body, headers);

describe('what lines bring', () => {
  it('is stored under measurement, field and tags, with the kinds of its fields', async () => {
    const one = await makeSender();
    const answer = await sendRequest(
      testRequest(
        `# a press\npress,line=2,hall=A force=12.5,parts=7i,total=18446744073709551615u,ok=t,state="press, \\"warm\\"" ${T}\r\n` +
          `press,hall=A,line=3 force=9 ${T}\noven temperature=181 ${T}\n`,
        {
          path: '/api/v2/write',
          query: 'precision=s',
          headers: { authorization: `Token ${one.key}`, 'content-type': 'text/plain' },
        },
      ),
    );
    expect(answer).toMatchObject({ status: 204, body: '' });
    expect(await storedLatest(one)).toEqual({
      'oven.temperature': 181,
      'press.force{hall=A,line=2}': 12.5,
      'press.force{hall=A,line=3}': 9,
      'press.ok{hall=A,line=2}': true,
      'press.parts{hall=A,line=2}': 7,
      'press.state{hall=A,line=2}': 'press, "warm"',
      'press.total{hall=A,line=2}': 2 ** 64,
    });
    const stored = await storedMessages(one);
    expect(stored.map(({ time }) => time.getTime())).toEqual([T * 1000, T * 1000]);
  });

  it.each([
    ['', `${T}000000000`],
    ['precision=ns', `${T}000000000`],
    ['precision=n', `${T}000000000`],
    ['precision=us', `${T}000000`],
    ['precision=u', `${T}000000`],
    ['precision=%C2%B5', `${T}000000`],
    ['precision=ms', `${T}000`],
    ['precision=s', `${T}`],
  ])('has times in the unit of "%s"', async (precision, digits) => {
    const one = await makeSender();
    await sendRequest(testRequest(`a v=1 ${digits}`, { path: '/write', query: `${precision}&p=${one.key}` }));
    expect((await storedMessages(one)).map(({ time }) => time.getTime())).toEqual([T * 1000]);
  });

  it('keeps microseconds of a time in nanoseconds', async () => {
    const one = await makeSender();
    await sendRequest(testRequest(`a v=1 ${T}123456789`, { path: '/write', query: `p=${one.key}` }));
    expect(await storedMessages(one)).toHaveLength(1);
    expect((await storedMessages(one))[0]?.time.getTime()).toBe(T * 1000 + 123);
  });

  it('without a time gets that of its arrival', async () => {
    const one = await makeSender();
    const before = Date.now();
    await sendRequest(testRequest('a v=1', { path: '/write', query: `p=${one.key}` }));
    expect((await storedMessages(one))[0]?.time.getTime()).toBeGreaterThanOrEqual(before);
  });
});

describe('InfluxDB 2', () => {
  it.each([
    ['Token', { authorization: 'Token KEY' }],
    ['Bearer', { authorization: 'Bearer KEY' }],
    ['Basic', { authorization: basic('anyone', 'KEY') }],
    ['X-API-Key', { 'x-api-key': 'KEY' }],
  ])('takes the key as %s', async (_scheme, headers) => {
    const given = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        value.startsWith('Basic') ? basic('anyone', sender.key) : value,
      ]),
    );
    expect((await write2(`a v=1 ${T}`, 'bucket=b&precision=s', given)).status).toBe(204);
  });

  it('takes an empty body, by which senders ask whether all is well', async () => {
    expect((await write2('')).status).toBe(204);
    expect((await write2('\n')).status).toBe(204);
  });

  it('refuses all lines when one can not be read, and names it', async () => {
    const before = (await storedMessages(sender)).length;
    const answer = await write2(`a v=1 ${T}\nb v=\nc v=2 ${T}`);
    expect(answer.status).toBe(400);
    expect(answer.json).toEqual({
      code: 'invalid',
      message: "Line 2: unable to parse 'b v=': missing field value",
      line: 2,
    });
    expect(answer.headers['content-type']).toContain('application/json');
    expect(await storedMessages(sender)).toHaveLength(before);
  });

  it.each([
    ['a key that is none', 'a v=1', 'bucket=b', { authorization: 'Token nonsense' }, 401, 'unauthorized'],
    ['no key', 'a v=1', 'bucket=b', {}, 401, 'unauthorized'],
    ['a unit that is none', 'a v=1 1', 'bucket=b&precision=d', undefined, 400, 'invalid'],
    ['a time in the future', `a v=1 ${T + 10_000_000}`, 'bucket=b&precision=s', undefined, 400, 'invalid'],
    ['a key too odd', 'constructor,a=\u0001 v=1', 'bucket=b', undefined, 400, 'invalid'],
    ['bytes that are no text', '\u0000', 'bucket=b', undefined, 400, 'invalid'],
  ])('refuses %s', async (_what, body, query, headers, status, code) => {
    const answer = await write2(body, query, headers as Record<string, string> | undefined);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });

  it('refuses any method but POST', async () => {
    const answer = await sendRequest(testRequest('', { method: 'GET', path: '/api/v2/write' }));
    expect(answer).toMatchObject({ status: 405, headers: { allow: 'POST' } });
  });

  it('takes more moments at once than JSON may hold, as lines are read in pieces', async () => {
    const lines = Array.from({ length: 10_001 }, (_, i) => `many v=${i} ${1_790_000_000 - i}`).join('\n');
    expect((await write2(lines)).body).toBe('');
  });
});

describe('InfluxDB 1', () => {
  it.each([
    ['Basic', 'db=x', () => ({ authorization: basic('u', sender.key) })],
    ['Basic with the key as user', 'db=x', () => ({ authorization: basic(sender.key, '') })],
    ['Token user:password', 'db=x', () => ({ authorization: `Token u:${sender.key}` })],
    ['u and p', 'db=x&u=me&p=KEY', () => ({})],
  ])('takes the key as %s', async (_scheme, query, headers) => {
    expect(await write1(`a v=1 ${T}000000000`, query, headers())).toMatchObject({
      status: 204,
      headers: { 'x-influxdb-version': expect.stringMatching(/^1\./) },
    });
  });

  it('says in its own words what is wrong', async () => {
    const answer = await write1('weather temperature=\u00b0 1');
    expect(answer.status).toBe(400);
    expect(answer.json.error).toMatch(/^Line 1: unable to parse 'weather temperature=° 1': /);
    expect(answer.headers['x-influxdb-error']).toMatch(
      /^Line 1: unable to parse 'weather temperature=\? 1': /,
    );
    const unknown = await write1('a v=1', 'db=x&u=a&p=b', {});
    expect(unknown.json.error).toMatch(/^authorization failed: /);
    expect(unknown).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Basic realm="InfluxDB"' } });
  });

  it('takes the line feed that stands for no points at all', async () => {
    expect((await write1('\n')).status).toBe(204);
  });

  const query = async (given: { method?: string; query?: string; body?: string; key?: string }) => {
    const answer = await sendRequest(
      testRequest(given.body ?? '', {
        method: given.method ?? 'GET',
        path: '/query',
        query: given.query ?? '',
        headers: {
          authorization: basic('u', given.key ?? sender.key),
          'content-type': 'application/x-www-form-urlencoded',
        },
      }),
    );
    return { status: answer.status, json: JSON.parse(answer.body) };
  };

  it('answers what clients ask when they start', async () => {
    const made = { status: 200, json: { results: [{ statement_id: 0 }] } };
    const statement = encodeURIComponent('CREATE DATABASE "plant one"');
    expect(await query({ method: 'POST', query: `q=${statement}` })).toEqual(made);
    expect(await query({ method: 'POST', body: `q=${statement}` })).toEqual(made);
    expect((await query({ query: 'q=SHOW+DATABASES%3B&db=plant' })).json.results).toEqual([
      { statement_id: 0, series: [{ name: 'databases', columns: ['name'], values: [['plant']] }] },
    ]);
  });

  it.each([
    'SELECT * FROM a',
    'DROP DATABASE plant',
    'CREATE DATABASE a; DROP DATABASE b',
    'CREATE DATABASE ;',
    '',
  ])('refuses the statement "%s" and says where history is read', async (statement) => {
    const answer = await query({ query: `q=${encodeURIComponent(statement)}` });
    expect(answer.status).toBe(400);
    expect(answer.json.error).toContain('/docs/api');
  });

  it('answers no query without something like a key', async () => {
    expect((await query({ query: 'q=SHOW+DATABASES', key: 'nonsense' })).status).toBe(401);
  });

  it.each(['GET', 'HEAD'])('answers %s /ping without a key', async (method) => {
    const answer = await sendRequest(testRequest('', { method, path: '/ping' }));
    expect(answer).toMatchObject({ status: 204, headers: { 'x-influxdb-version': expect.any(String) } });
  });
});

it('takes gzip', async () => {
  const answer = await write('/api/v2/write', 'bucket=b', gzipSync('a v=1'), {
    authorization: 'Token KEY',
    'content-encoding': 'gzip',
  });
  expect(answer.status).toBe(204);
});
