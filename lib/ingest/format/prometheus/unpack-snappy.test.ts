import fc from 'fast-check';
import { compress } from 'snappyjs';
import { describe, expect, it } from 'vitest';
import { SnappyFault, unpackSnappy } from './unpack-snappy';

const MAX = 1_000_000;

describe('a snappy block', () => {
  it('unpacks to what was packed', () => {
    const piece = fc.oneof(
      fc.uint8Array(),
      fc.constant(Buffer.alloc(300, 'abcde')),
      fc.constant(Buffer.alloc(90)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const bytes = Buffer.concat(pieces);
        expect(unpackSnappy(Buffer.from(compress(bytes)), MAX).equals(bytes)).toBe(true);
      }),
    );
  });

  it('of a long text, too', () => {
    const bytes = Buffer.from(Array.from({ length: 20_000 }, (_, i) => `line ${i % 70}\n`).join(''));
    expect(unpackSnappy(Buffer.from(compress(bytes)), MAX).equals(bytes)).toBe(true);
  });

  it('that says it is too long is refused before it is unpacked', () => {
    const claim = Buffer.from([0xff, 0xff, 0xff, 0xff, 0x0f, 0x00]);
    expect(() => unpackSnappy(claim, MAX)).toThrow(expect.objectContaining({ tooLong: 2 ** 32 - 1 }));
  });

  it.each([
    ['nothing', []],
    ['a length without an end', [0x80, 0x80, 0x80, 0x80, 0x80, 0x80]],
    ['less than it says', [10, 0, 65]],
    ['more than it says', [1, 4, 65, 66]],
    ['a literal that is cut', [5, 16, 65]],
    ['a literal of 2 GB', [10, 252, 0, 0, 0, 0x80, 0, 0, 0]],
    ['a copy of what is not there', [8, 0, 65, 1 | (3 << 2), 9]],
    ['a copy from nowhere', [8, 0, 65, 1 | (3 << 2), 0]],
    ['a copy that is cut', [8, 0, 65, 2 | (3 << 2), 1]],
  ])('that holds %s is refused', (_what, bytes) => {
    expect(() => unpackSnappy(Buffer.from(bytes), MAX)).toThrow('snappy: corrupt input');
  });

  it('of any bytes ends, with bytes or a fault', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          unpackSnappy(Buffer.from(bytes), MAX);
        } catch (fault) {
          expect(fault).toBeInstanceOf(SnappyFault);
        }
      }),
    );
  });
});
