import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/test-database';
import { exportOf, toProtobuf } from './format/otlp/test-export';
import { makeWriteRequest } from './format/prometheus/test-write-request';
import { MESSAGES_MAX } from './limits';
import { makeSender, sendRequest, storedMessages, testRequest } from './test-sender';

useTestDatabase();

const START = Date.UTC(2026, 5, 1);
const COUNT = MESSAGES_MAX + 1;
const times = Array.from({ length: COUNT }, (_, i) => START + i * 1000);

const samples = times.map((timeMs) => ({ value: 1, timeMs }));
const dataPoints = times.map((ms) => ({ attributes: [], timeUnixNano: `${ms}000000`, asDouble: 1 }));

describe('more messages than a request may have [S4]', () => {
  it.each([
    ['CSV with the line ends of old Macs', '/api/ingest', 'text/csv', `time,a\r${times.join(',1\r')},1`, 422],
    [
      'SenML',
      '/api/ingest',
      'application/senml+json',
      JSON.stringify(times.map((ms) => ({ n: 'a', v: 1, t: ms / 1000 }))),
      422,
    ],
    [
      'remote write',
      '/api/v1/write',
      'application/x-protobuf',
      makeWriteRequest([{ labels: { __name__: 'up' }, samples }]),
      400,
    ],
    [
      'OTLP',
      '/v1/metrics',
      'application/x-protobuf',
      toProtobuf(exportOf([{ name: 'a', gauge: { dataPoints } }])),
      400,
    ],
  ])('are refused as %s', async (_what, path, type, body, status) => {
    const sender = await makeSender();
    const headers = { 'x-api-key': sender.key, 'content-type': type };
    const answer = await sendRequest(testRequest(body, { path, headers }));
    expect([answer.status, `${answer.body}${answer.bytes ?? ''}`]).toEqual([
      status,
      expect.stringContaining(`at most ${MESSAGES_MAX} messages`),
    ]);
    expect(await storedMessages(sender)).toEqual([]);
  });
});
