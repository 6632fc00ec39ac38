import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProtobufFault } from '../protobuf-reader';
import { makeWriteRequest, type WrittenSeries } from './test-write-request';
import { unpackSnappy } from './unpack-snappy';
import { readWriteRequest } from './write-request';

const series: fc.Arbitrary<WrittenSeries> = fc.record({
  labels: fc.dictionary(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })),
  samples: fc.array(
    fc.record({ value: fc.double({ noNaN: true }).map((value) => value + 0), timeMs: fc.maxSafeInteger() }),
    {
      maxLength: 4,
    },
  ),
  histograms: fc.nat(2),
});

const unpacked = (given: readonly WrittenSeries[]) => unpackSnappy(makeWriteRequest(given), 10_000_000);

describe('a write request', () => {
  it('reads as it was written', () => {
    fc.assert(
      fc.property(fc.array(series, { maxLength: 5 }), (given) => {
        const read = [...readWriteRequest(unpacked(given))];
        expect(read.map(({ labels, ...rest }) => ({ ...rest, labels: Object.fromEntries(labels) }))).toEqual(
          given.map(({ labels, ...rest }) => ({ ...rest, labels: { ...labels } })),
        );
      }),
    );
  });

  it('that is cut anywhere, or of changed bytes, is a fault or reads, and ends', () => {
    fc.assert(
      fc.property(fc.array(series, { maxLength: 3 }), fc.nat(), fc.nat(255), (given, place, byte) => {
        const bytes = Buffer.from(unpacked(given));
        if (bytes.length === 0) return;
        const cut = bytes.subarray(0, place % bytes.length);
        bytes[place % bytes.length] = byte;
        for (const each of [cut, bytes]) {
          try {
            for (const _series of readWriteRequest(each));
          } catch (fault) {
            expect(fault).toBeInstanceOf(ProtobufFault);
          }
        }
      }),
    );
  });
});
