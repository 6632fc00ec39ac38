import { describe, expect, it } from 'vitest';
import { Problem } from '@/lib/problem';
import { ARRIVED_MS, readWhole } from '../test-read';
import { otlpJson, otlpProtobuf } from './otlp';
import { type Export, exportOf, gauge, type Metric, point, T, text, toProtobuf } from './test-export';

/** Both formats read the same. */
function read(given: Export) {
  const asJson = readWhole(otlpJson, JSON.stringify(given));
  const asProtobuf = readWhole(otlpProtobuf, toProtobuf(given));
  expect(asProtobuf).toEqual(asJson);
  return asJson;
}
const readings = (...metrics: Metric[]) =>
  Object.assign({}, ...read(exportOf(metrics)).messages.map((message) => message.readings));

describe('an export', () => {
  it('has data keys of name, attributes and what tells its resource apart', () => {
    const { messages } = read(
      exportOf(
        [gauge('room.temperature', point({ asDouble: 21.5, attributes: [text('room', 'lab')] }))],
        [
          text('service.name', 'climate'),
          text('service.instance.id', 'press-1'),
          text('telemetry.sdk.language', 'nodejs'),
        ],
      ),
    );
    expect(messages).toEqual([
      {
        timeMs: ARRIVED_MS - 1000,
        readings: { 'room.temperature{room=lab,service.instance.id=press-1,service.name=climate}': 21.5 },
      },
    ]);
  });

  it('keeps names out that change at each start or say nothing', () => {
    const { messages } = read(
      exportOf(
        [gauge('a', point({ asInt: '1' }))],
        [
          text('service.name', 'unknown_service:node'),
          text('service.instance.id', '627cc493-f310-47de-96bd-71410b7dec09'),
        ],
      ),
    );
    expect(messages[0]?.readings).toEqual({ a: 1 });
  });

  it('takes attributes whatever they are called', () => {
    const { messages } = read(
      exportOf(
        [gauge('a', point({ asInt: '1' }))],
        ['__proto__', 'constructor', 'toString', '__defineGetter__'].map((name) => text(name, 'x')),
      ),
    );
    expect(messages[0]?.readings).toEqual({ a: 1 });
  });

  it('takes attributes of any kind, those of a point before those of its resource', () => {
    const value = {
      kvlistValue: {
        values: [{ key: 'x', value: { arrayValue: { values: [{ intValue: '1' }, { boolValue: true }] } } }],
      },
    };
    const given = exportOf(
      [gauge('a', point({ asInt: '1', attributes: [text('service.name', 'near'), { key: 'k', value }] }))],
      [text('service.name', 'far')],
    );
    expect(read(given).messages[0]?.readings).toEqual({ 'a{k=x\\=1\\,true,service.name=near}': 1 });
  });

  it('makes whole numbers, negative ones too, and those beyond 2^53 the nearest', () => {
    expect(
      readings(
        gauge('low', point({ asInt: '-5' })),
        gauge('high', point({ asInt: '9223372036854775807' })),
        gauge('zero', point({ asDouble: 0 })),
      ),
    ).toEqual({ low: -5, high: 2 ** 63, zero: 0 });
  });

  it('shows a histogram by count, sum, least, greatest and its buckets', () => {
    const histogram = {
      dataPoints: [
        point({
          count: '4',
          sum: 30,
          min: 1,
          max: 20,
          explicitBounds: [5, 10],
          bucketCounts: ['2', '1', '1'],
        }),
      ],
    };
    expect(readings({ name: 'wait', histogram })).toEqual({
      'wait.count': 4,
      'wait.sum': 30,
      'wait.min': 1,
      'wait.max': 20,
      'wait.buckets': { le: ['5', '10', '+Inf'], count: [2, 1, 1] },
    });
  });

  it('shows the buckets of an exponential histogram by their bounds, empty ones left out', () => {
    const exponentialHistogram = {
      dataPoints: [
        point({
          count: '7',
          sum: 9,
          scale: 0,
          zeroCount: '1',
          positive: { offset: 0, bucketCounts: ['2', '0', '1'] },
          negative: { offset: 1, bucketCounts: ['3'] },
        }),
      ],
    };
    expect(readings({ name: 'wait', exponentialHistogram })['wait.buckets']).toEqual({
      le: ['-2', '0', '2', '8'],
      count: [3, 1, 2, 1],
    });
  });

  it('shows the quantiles of a summary as tags', () => {
    const summary = {
      dataPoints: [point({ count: '2', sum: 3, quantileValues: [{ quantile: 0.99, value: 2 }] })],
    };
    expect(readings({ name: 'rpc', summary })).toEqual({
      'rpc.count': 2,
      'rpc.sum': 3,
      'rpc{quantile=0.99}': 2,
    });
  });

  it('leaves out and counts what has no value, but not the end of a series', () => {
    const { faults, messages } = read(
      exportOf([
        gauge('a', point({ flags: 1 }), point({})),
        {
          name: 'b',
          sum: {
            dataPoints: [point({ asInt: '1' }), point({ asInt: '1', timeUnixNano: '9000000000000000000' })],
          },
        },
      ]),
    );
    expect(messages.map((message) => message.readings)).toEqual([{ b: 1 }]);
    expect([faults.dropped, faults.whyDropped]).toEqual([2, 'A data point of "a" has no value.']);
  });

  it('may be empty, and hold what we do not know', () => {
    expect(read({ resourceMetrics: [] }).messages).toEqual([]);
    expect(
      readWhole(otlpJson, '{"resourceMetrics":[{"schemaUrl":"x","scopeMetrics":[{}]}],"y":[1]}').messages,
    ).toEqual([]);
    expect(readWhole(otlpProtobuf, '').messages).toEqual([]);
  });

  it('takes numbers for times, texts for numbers, and NaN as JSON writes it', () => {
    const dataPoints = [
      { timeUnixNano: Number(T), asDouble: '2.5' },
      { timeUnixNano: T, asDouble: 'NaN' },
    ];
    const body = {
      resourceMetrics: [{ scopeMetrics: [{ metrics: [{ name: 'a', gauge: { dataPoints } }] }] }],
    };
    const { messages, faults } = readWhole(otlpJson, JSON.stringify(body));
    expect(messages[0]?.readings).toEqual({ a: 2.5 });
    expect(faults.dropped).toBe(1);
  });

  it.each([
    '[]',
    '{"resourceMetrics":{}}',
    '{"resourceMetrics":[1]}',
    '{"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"gauge":{"dataPoints":[{"asDouble":"x"}]}}]}]}]}',
    '{"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"gauge":{"dataPoints":[{"timeUnixNano":"soon"}]}}]}]}]}',
    '{"resourceMetrics":',
  ])('as JSON is refused when it reads %s', (body) => {
    expect(() => readWhole(otlpJson, body)).toThrow(Problem);
  });
});
