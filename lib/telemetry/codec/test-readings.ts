import fc from 'fast-check';
import type { ReadingValue } from '@/lib/live/protocol';

/** Readings of every sort, for tests that what is packed is read as it was. */

export const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
export const decimal = (digits: number) =>
  fc.integer({ min: -1e6, max: 1e6 }).map((whole) => whole / 10 ** digits);
const odd = fc.constantFrom(
  0,
  -0,
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  5e-324,
  2 ** 53,
  2 ** 53 - 1,
  -(2 ** 51),
  2 ** 51 - 1,
  0.1 + 0.2,
);
const long = (value: fc.Arbitrary<number>) => fc.array(value, { minLength: 1, maxLength: 200 });

/** Numbers of one metric: of one sort, or of several. */
export const values: fc.Arbitrary<number[]> = fc.oneof(
  long(finite),
  long(decimal(2)),
  fc.integer({ min: 0, max: 9 }).chain((digits) => long(decimal(digits))),
  long(fc.integer()),
  long(fc.maxSafeInteger()),
  long(finite.map(Math.fround)),
  long(decimal(1).map(Math.fround)),
  finite.chain((value) => long(fc.constant(value))),
  long(fc.oneof({ weight: 60, arbitrary: decimal(2) }, { weight: 1, arbitrary: odd })),
  long(fc.oneof(finite, decimal(3), odd)),
);

/** Ascending times, each only once: regular, with jitter, with gaps. */
export const times: fc.Arbitrary<Float64Array> = fc
  .record({
    first: fc.integer({ min: -(2 ** 52), max: 2 ** 52 }),
    unit: fc.constantFrom(1, 32, 1000, 1e6, 60e6),
    steps: fc.array(
      fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 1e8 })),
      {
        maxLength: 200,
      },
    ),
  })
  .map(({ first, unit, steps }) => {
    const list = [first];
    for (const step of steps) list.push((list[list.length - 1] as number) + step * unit);
    return Float64Array.from(list.filter((time) => time < 2 ** 53 && time - first < 2 ** 51));
  });

/** What is no number. */
export const others: fc.Arbitrary<ReadingValue> = fc.oneof(
  fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ' ')),
  fc.boolean(),
  fc.constantFrom('on', 'off'),
  fc
    .record({ labels: fc.array(fc.string()), values: fc.array(fc.integer()) })
    .map((structure) => JSON.parse(JSON.stringify(structure).replaceAll('\\u0000', ' '))),
);
