import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '@/lib/problem';
import { readWhole } from '../test-read';
import { otlpJson, otlpProtobuf } from './otlp';
import { exportOf, gauge, point, text, toProtobuf } from './test-export';

describe('whatever comes', () => {
  const scalar = fc.oneof(
    fc.constant(null),
    fc.integer(),
    fc.double(),
    fc.string(),
    fc.constant([]),
    fc.constant({}),
  );
  const names = fc.constantFrom(
    'resourceMetrics',
    'scopeMetrics',
    'metrics',
    'gauge',
    'exponentialHistogram',
    'dataPoints',
    'attributes',
    'positive',
    'value',
    'arrayValue',
    'asDouble',
    'key',
    'scale',
    'bucketCounts',
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 7 },
      scalar,
      fc.array(tie('tree'), { maxLength: 2 }),
      fc.dictionary(names, tie('tree'), { maxKeys: 4 }),
    ),
  }));

  it('JSON is read or refused', () => {
    fc.assert(
      fc.property(tree, (document) => readOrRefuse(() => readWhole(otlpJson, JSON.stringify(document)))),
    );
  });

  it('changed or cut bytes are read or refused', () => {
    const good = toProtobuf(
      exportOf(
        [
          gauge('a', point({ asDouble: 1, attributes: [text('k', 'v')] })),
          {
            name: 'h',
            histogram: { dataPoints: [point({ count: '1', explicitBounds: [1], bucketCounts: ['1', '0'] })] },
          },
          {
            name: 'e',
            exponentialHistogram: {
              dataPoints: [point({ scale: 2, positive: { offset: -1, bucketCounts: ['1'] } })],
            },
          },
        ],
        [text('service.name', 's')],
      ),
    );
    const change = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 4 });
    fc.assert(
      fc.property(change, fc.nat(good.length), (changes, length) => {
        const bytes = Buffer.from(good);
        for (const [place, byte] of changes) bytes[place] = byte;
        readOrRefuse(() => readWhole(otlpProtobuf, bytes.subarray(0, length)));
      }),
      { numRuns: 2_000 },
    );
  });
});

function readOrRefuse(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
  }
}
