import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { newApiKey } from '@/lib/api-key/key-text';
import { pool } from '@/lib/database';
import {
  linkChart,
  makeSender,
  sendRequest,
  storedLatest,
  storedMessages,
  type TestSender,
  testRequest,
} from '@/lib/ingest/test-sender';
import { useTestDatabase } from '@/lib/test-database';
import { makeMember } from '@/lib/test-member';
import { checkRequest } from './check-request';
import { getRequest } from './get-request';
import { listRequests } from './list-requests';
import { replayRequest } from './replay-request';
import { requestHistory } from './request-history';

useTestDatabase();

const JSON_TYPE = { 'content-type': 'application/json' };

const send = (
  sender: Pick<TestSender, 'key' | 'datasourceId'>,
  body: unknown,
  headers: Record<string, string> = {},
) =>
  sendRequest(
    testRequest(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body), {
      path: `/api/ingest/${sender.datasourceId}`,
      headers: { authorization: `Bearer ${sender.key}`, ...JSON_TYPE, ...headers },
    }),
  );

const list = ({ caller, datasourceId }: TestSender) => listRequests(caller, datasourceId);

async function newest(sender: TestSender) {
  const [first] = await list(sender);
  if (!first) throw new Error('No request is kept.');
  return getRequest(sender.caller, sender.datasourceId, first.id);
}

const text = (base64: string | null | undefined) => base64 && Buffer.from(base64, 'base64').toString('utf8');

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

describe('a replay', () => {
  it('stores the same again, as a member, and is a request of its own', async () => {
    const sender = await makeSender();
    await send(sender, { timestamp: 1_700_000_000, a: 1 });
    const { id } = await newest(sender);
    const answer = await replayRequest(sender.caller, sender.datasourceId, id, {});
    expect(answer).toMatchObject({ status: 200, code: null, messages: 1, readings: 1 });
    expect(await storedMessages(sender)).toHaveLength(1); // the same time: it replaces itself
    expect(await newest(sender)).toMatchObject({ id: answer.requestId, isReplay: true, address: null });
  });

  it('of a corrected body is accepted', async () => {
    const sender = await makeSender();
    await send(sender, "{'temperature': 21,5, 'ok': True,}", {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': '34',
    });
    const { id } = await newest(sender);
    const { outcome, correction } = await checkRequest(sender.caller, sender.datasourceId, id, {});
    expect(outcome.refusal).toMatchObject({ code: 'unsupported_media_type' });
    expect(correction).toMatchObject({
      steps: [{ kind: 'content_type' }, { kind: 'json_syntax' }],
      contentType: 'application/json',
      outcome: { refusal: null, messages: 1, readings: 2 },
    });
    if (!correction) throw new Error('There is one.');
    const { body, contentType, query } = correction;
    const answer = await replayRequest(sender.caller, sender.datasourceId, id, { body, contentType, query });
    expect(answer).toMatchObject({ status: 200, code: null });
    expect(await storedLatest(sender)).toEqual({ temperature: 21.5, ok: true });
  });

  it('that is refused says so, and is counted like any other', async () => {
    const sender = await makeSender();
    await send(sender, '{"a": ');
    const { id } = await newest(sender);
    expect(await replayRequest(sender.caller, sender.datasourceId, id, {})).toMatchObject({
      status: 400,
      code: 'invalid_json',
    });
    expect((await list(sender)).map(({ isReplay }) => isReplay)).toEqual([true, false]);
  });

  it('of a body that is not kept whole is refused', async () => {
    const sender = await makeSender();
    await send(sender, { a: 'x'.repeat(20_000) });
    const { id } = await newest(sender);
    const again = replayRequest(sender.caller, sender.datasourceId, id, {});
    await expect(again).rejects.toMatchObject({ code: 'invalid_request' });
  });

  it('needs no key of InfluxDB, and keeps its precision', async () => {
    const sender = await makeSender();
    const line = 'cpu,host=a load=1 1700000000';
    await sendRequest(
      testRequest(line, {
        path: '/api/v2/write',
        query: `bucket=${sender.datasourceId}&precision=s`,
        headers: { authorization: `Token ${sender.key}`, 'content-type': 'text/plain' },
      }),
    );
    const { id, endpoint, target } = await newest(sender);
    expect({ endpoint, target }).toEqual({
      endpoint: 'influx2',
      target: `/api/v2/write?bucket=${sender.datasourceId}&precision=s`,
    });
    expect(await replayRequest(sender.caller, sender.datasourceId, id, {})).toMatchObject({ status: 204 });
    expect(await storedMessages(sender)).toHaveLength(1);
  });
});

describe('a check', () => {
  it('tries a draft and stores nothing of it', async () => {
    const sender = await makeSender();
    await send(sender, '{"a": ');
    const { id } = await newest(sender);
    const draft = { body: Buffer.from('{"a": 1, "b": 2}').toString('base64') };
    const { outcome, correction } = await checkRequest(sender.caller, sender.datasourceId, id, draft);
    expect(outcome).toMatchObject({
      refusal: null,
      messages: 1,
      readings: 2,
      read: [{ keys: ['a', 'b'], values: [1, 2] }],
    });
    expect(correction).toBeNull();
    expect(await storedMessages(sender)).toEqual([]);
  });

  it('knows the charts that are linked', async () => {
    const sender = await makeSender();
    await linkChart(sender, { dataKey: 'output', labelsKey: 'machines', valuesKey: 'units' });
    await send(sender, { output: { machines: ['A', 'B'], units: [1] } });
    const { id } = await newest(sender);
    const { correction } = await checkRequest(sender.caller, sender.datasourceId, id, {});
    expect(correction?.steps).toMatchObject([{ kind: 'unequal_lengths', facts: { length: 1 } }]);
    expect(JSON.parse(text(correction?.body) ?? '')).toEqual({ output: { machines: ['A'], units: [1] } });
  });

  it('advises where another body would not help', async () => {
    const sender = await makeSender();
    await send({ ...sender, key: `${sender.key}x` }, { a: 1 });
    const key = await newest(sender);
    expect((await checkRequest(sender.caller, sender.datasourceId, key.id, {})).advice).toEqual({
      kind: 'unauthorized',
      facts: { reason: 'typo' },
    });
    await send(sender, '', { 'content-length': '9000000' });
    const large = await newest(sender);
    expect((await checkRequest(sender.caller, sender.datasourceId, large.id, {})).advice).toMatchObject({
      kind: 'too_large',
      facts: { bytes: 9_000_000, parts: 2 },
    });
  });
});
