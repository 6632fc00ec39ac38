import { beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/test-database';
import { makeWriteRequest, STALE, type WrittenSeries } from '../format/prometheus/test-write-request';
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

const T = Date.now() - 60_000;
const HEADERS = {
  'content-type': 'application/x-protobuf',
  'content-encoding': 'snappy',
  'x-prometheus-remote-write-version': '0.1.0',
};
const up = (value: number, more: Record<string, string> = {}): WrittenSeries => ({
  labels: { __name__: 'up', job: 'press', ...more },
  samples: [{ value, timeMs: T }],
});

const write = (body: Buffer, headers: Record<string, string> = {}, to = sender) =>
  sendRequest(
    testRequest(body, {
      path: '/api/v1/write',
      headers: { ...HEADERS, authorization: `Bearer ${to.key}`, ...headers },
    }),
  );

describe('remote write', () => {
  it('stores samples under name and labels, a family of one moment as one message', async () => {
    const one = await makeSender();
    const bucket = (le: string, value: number): WrittenSeries => ({
      labels: { __name__: 'wait_seconds_bucket', le },
      samples: [{ value, timeMs: T }],
    });
    const answer = await write(
      makeWriteRequest([
        {
          ...up(1, { instance: 'localhost:9090' }),
          samples: [
            { value: 0, timeMs: T - 15_000 },
            { value: 1, timeMs: T },
          ],
        },
        bucket('0.5', 3),
        bucket('+Inf', 4),
        { labels: { __name__: 'wait_seconds_sum' }, samples: [{ value: 2.5, timeMs: T }] },
      ]),
      {},
      one,
    );
    expect(answer).toMatchObject({
      status: 204,
      body: '',
      headers: { 'x-prometheus-remote-write-samples-written': '5' },
    });
    expect(await storedLatest(one)).toEqual({
      'up{instance=localhost:9090,job=press}': 1,
      'wait_seconds_bucket{le=0.5}': 3,
      'wait_seconds_bucket{le=+Inf}': 4,
      wait_seconds_sum: 2.5,
    });
    const stored = await storedMessages(one);
    expect(stored.map(({ time, numbers }) => [time.getTime() - T, numbers.length])).toEqual([
      [-15_000, 1],
      [0, 1],
      [0, 3],
    ]);
  });

  it('leaves out what has no value, and takes the rest', async () => {
    const one = await makeSender();
    const answer = await write(
      makeWriteRequest([
        up(STALE, { a: '1' }),
        up(Number.NaN, { a: '2' }),
        up(Number.POSITIVE_INFINITY, { a: '3' }),
        up(1, { a: '4' }),
        up(1, { a: 'line\nfeed' }),
        { labels: { job: 'nameless' }, samples: [{ value: 1, timeMs: T }] },
        { ...up(1, { a: '5' }), samples: [{ value: 1, timeMs: T + 1e10 }] },
        { ...up(1), samples: [], histograms: 2 },
      ]),
      {},
      one,
    );
    expect(answer).toMatchObject({
      status: 204,
      headers: { 'x-prometheus-remote-write-samples-written': '1' },
    });
    expect(await storedLatest(one)).toEqual({ 'up{a=4,job=press}': 1 });
  });

  it('takes metadata alone', async () => {
    expect((await write(makeWriteRequest([]))).status).toBe(204);
  });

  it('takes the key as Basic password', async () => {
    const authorization = `Basic ${Buffer.from(`prometheus:${sender.key}`).toString('base64')}`;
    expect((await write(makeWriteRequest([up(1)]), { authorization })).status).toBe(204);
  });

  it.each([
    ['bytes that are no snappy', Buffer.from('hello, this is text'), {}, 400],
    ['snappy that holds no protobuf', Buffer.from([3, 8, 255, 255, 255]), {}, 400],
    ['what unpacks to 4 GB', Buffer.from([0xff, 0xff, 0xff, 0xff, 0x0f, 0]), {}, 413],
    ['a key that is none', makeWriteRequest([up(1)]), { authorization: 'Bearer nonsense' }, 401],
    ['JSON', Buffer.from('{}'), { 'content-type': 'application/json' }, 415],
    [
      'remote write 2.0',
      makeWriteRequest([]),
      { 'content-type': 'application/x-protobuf;proto=io.prometheus.write.v2.Request' },
      415,
    ],
  ])('refuses %s', async (_what, body, headers, status) => {
    const answer = await write(body, headers as Record<string, string>);
    expect(answer).toMatchObject({ status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
    expect(answer.body).toMatch(/^\S.+\n$/);
  });

  it('refuses more series than a datasource may have with 400, so that they are not sent for ever', async () => {
    const many = Array.from({ length: 2_001 }, (_, i) => up(1, { i: String(i) }));
    expect(await write(makeWriteRequest(many), {}, await makeSender())).toMatchObject({
      status: 400,
      body: expect.stringContaining('at most 2000 data keys'),
    });
  });
});
