import { describe, expect, it } from 'vitest';
import {
  linkChart,
  makeSender,
  sendRequest,
  storedLatest,
  storedMessages,
  testRequest,
} from '@/lib/ingest/test-sender';
import { useTestDatabase } from '@/lib/test-database';
import { checkRequest } from './check-request';
import { replayRequest } from './replay-request';
import { list, newest, send, text } from './test-requests';

useTestDatabase();

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
