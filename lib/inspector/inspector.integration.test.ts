import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { newApiKey } from '@/lib/api-key/key-text';
import { pool } from '@/lib/database';
import { makeWriteRequest } from '@/lib/ingest/format/prometheus/test-write-request';
import { makeSender, sendRequest, testRequest } from '@/lib/ingest/test-sender';
import { useTestDatabase } from '@/lib/test-database';
import { makeMember } from '@/lib/test-member';
import { getRequest } from './get-request';
import { listRequests } from './list-requests';
import { requestHistory } from './request-history';
import { list, newest, send, text } from './test-requests';

useTestDatabase();

describe('a request', () => {
  it('that is accepted is kept with what was read out of it, and without secrets', async () => {
    const sender = await makeSender();
    await send(
      sender,
      { temperature: 21.5, note: `my key is ${sender.key}` },
      { 'user-agent': 'gateway/2', cookie: 'a=b' },
    );
    const request = await newest(sender);
    expect(request).toMatchObject({
      status: 200,
      code: null,
      method: 'POST',
      target: `/api/ingest/${sender.datasourceId}`,
      endpoint: 'own',
      format: 'json',
      messages: 1,
      readings: 2,
      address: '192.0.2.1',
      isReplay: false,
      isTruncated: false,
      answer: '{"accepted":1,"rejected":0}',
      read: [{ timeUs: null, keys: ['temperature', 'note'], values: [21.5, expect.any(String)] }],
    });
    expect(request.headers).toEqual([
      ['authorization', `Bearer ${sender.key.slice(0, 8)}•••`],
      ['content-type', 'application/json'],
      ['user-agent', 'gateway/2'],
      ['cookie', '•••'],
    ]);
    expect(text(request.body)).toContain(`my key is ${sender.key.slice(0, 8)}${'*'.repeat(34)}`);
    const { rows } = await pool().query(
      "select from ingest_request where exchange::text like '%' || $1 || '%'",
      [sender.key.slice(10)],
    );
    expect(rows).toEqual([]);
  });

  it('of which readings were left out tells how many, and why', async () => {
    const sender = await makeSender();
    const series = (a: string, value: number) => ({
      labels: { __name__: 'up', a },
      samples: [{ value, timeMs: Date.now() }],
    });
    const body = makeWriteRequest([series('1', 1), series('2', Number.NaN), series('3', Number.NaN)]);
    const headers = { authorization: `Bearer ${sender.key}` };
    await sendRequest(testRequest(body, { path: '/api/v1/write', headers }));
    const request = await newest(sender);
    expect(request).toMatchObject({ status: 204, readings: 1 });
    expect(request.dropped).toEqual({ count: 2, why: 'up{a=2} has no value (NaN or Inf).' });
    await send(sender, { temperature: 21.5 });
    expect((await newest(sender)).dropped).toBeNull();
  });

  it('that is refused is kept with its reason, however many come', async () => {
    const sender = await makeSender();
    for (let i = 0; i < 60; i++) await send(sender, `{"a": ${i}`);
    const requests = await list(sender);
    expect(requests).toHaveLength(50);
    expect(await newest(sender)).toMatchObject({
      status: 400,
      code: 'invalid_json',
      read: null,
      messages: 0,
    });
    expect(text((await newest(sender)).body)).toBe('{"a": 59');
    const history = await requestHistory(sender.caller, sender.datasourceId, 'hour');
    expect(history.codes).toEqual([{ code: 'invalid_json', count: 60 }]);
    expect(history.refused.at(-1)).toBe(60);
  });

  it('whose key is not good leaves its reason and its address, nothing else', async () => {
    const sender = await makeSender();
    await send(
      { datasourceId: sender.datasourceId, key: newApiKey().key },
      { secret: 1 },
      { 'x-secret': 'abc' },
    );
    expect(await newest(sender)).toMatchObject({
      code: 'unauthorized',
      address: '192.0.2.1',
      headers: [],
      body: null,
      answer: null,
      target: null,
      bodyBytes: 0,
    });
  });

  it('is not pushed out by those who have no key', async () => {
    const sender = await makeSender();
    await send(sender, '{"a": ');
    for (let i = 0; i < 60; i++) await send({ ...sender, key: `${sender.key}x` }, { a: 1 });
    const codes = (await list(sender)).map(({ code }) => code);
    expect(codes).toHaveLength(51);
    expect(codes.at(-1)).toBe('invalid_json');
  });

  it('is seen by its workspace only', async () => {
    const sender = await makeSender();
    await send(sender, { a: 1 });
    const { id } = await newest(sender);
    const { caller } = await makeMember();
    await expect(listRequests(caller, sender.datasourceId)).rejects.toMatchObject({ code: 'not_found' });
    const other = await makeSender();
    await expect(getRequest(other.caller, other.datasourceId, id)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('that came packed is kept unpacked; of a long one the start', async () => {
    const sender = await makeSender();
    await send(sender, gzipSync('{"a": 1}'), { 'content-encoding': 'gzip' });
    expect(text((await newest(sender)).body)).toBe('{"a": 1}');
    await send(sender, { a: 'x'.repeat(20_000) });
    expect(await newest(sender)).toMatchObject({
      code: 'invalid_reading',
      isTruncated: true,
      bodyBytes: 20_008,
    });
  });
});
