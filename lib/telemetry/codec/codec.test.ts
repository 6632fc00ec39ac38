import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MalformedChunk } from './byte-reader';
import { decodeHours, encodeHours, type HourSummary } from './hours';
import { decodeNumbers, encodeNumbers } from './numbers';
import { decodeOthers, encodeOthers } from './others';
import { finite, others, times, values } from './test-readings';

const DAY_US = Date.UTC(2026, 10, 24) * 1000;
const every = (stepUs: number, count: number) =>
  Float64Array.from({ length: count }, (_, i) => DAY_US + i * stepUs);

/** Packed and unpacked, bit by bit the same. */
function expectKept(timesUs: Float64Array, numbers: Float64Array): Buffer {
  const bytes = encodeNumbers({ timesUs, values: numbers });
  const back = decodeNumbers(bytes);
  expect(Buffer.from(back.timesUs.buffer).equals(Buffer.from(timesUs.buffer))).toBe(true);
  expect(Buffer.from(back.values.buffer).equals(Buffer.from(numbers.buffer))).toBe(true);
  return bytes;
}

describe('numbers', () => {
  it('are read as they were packed, whatever they are [C1]', () => {
    fc.assert(
      fc.property(values, (numbers) => {
        expectKept(every(60e6, numbers.length), Float64Array.from(numbers));
      }),
      { numRuns: 2000 },
    );
  });

  it('keep their times, however irregular [C1]', () => {
    fc.assert(
      fc.property(times, (timesUs) => {
        expectKept(timesUs, new Float64Array(timesUs.length));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['zeros of both signs', [0, -0, -0, 0, -0]],
    ['extremes', [Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324, -5e-324, 2 ** -1022]],
    ['great whole numbers', [2 ** 53, 2 ** 53 - 1, -(2 ** 53), 2 ** 51, 2 ** 51 - 1, -(2 ** 51) + 1]],
    ['one', [0.1]],
    ['none', []],
    ['what no sensor sends', [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]],
    ['sums of decimals', [0.1 + 0.2, 0.7 + 0.1, 1.1 + 2.2]],
  ])('%s stay what they are [C1]', (_, numbers) => {
    expectKept(every(1, numbers.length), Float64Array.from(numbers));
  });

  it('of a sensor with two digits take little more than their noise [C2]', () => {
    const count = 1440;
    const timesUs = every(60e6, count);
    const noise = Float64Array.from(timesUs, () => (2000 + Math.floor(Math.random() * 512)) / 100);
    expect(expectKept(timesUs, noise).length / count).toBeLessThan(1.25);
    expect(expectKept(timesUs, new Float64Array(count).fill(21.5)).length).toBeLessThan(80);
    // As machines hold them in 32 bits.
    expect(expectKept(timesUs, noise.map(Math.fround)).length / count).toBeLessThan(1.25);
    // A few that are no decimals do not spoil the rest.
    for (const [at, odd] of [
      [7, -0],
      [600, 1 / 3],
      [1000, -1.7e308],
    ] as const)
      noise[at] = odd;
    expect(expectKept(timesUs, noise).length / count).toBeLessThan(1.4);
  });

  it('must have a whole time each, in order', () => {
    const two = (a: number, b: number) => ({ timesUs: Float64Array.of(a, b), values: Float64Array.of(1, 2) });
    for (const wrong of [two(2, 1), two(1, 1.5), two(0.5, 1), two(1, Number.NaN), two(-(2 ** 52), 2 ** 52)])
      expect(() => encodeNumbers(wrong)).toThrow(RangeError);
  });
});

describe('others', () => {
  it('are read as they were packed [C1]', () => {
    fc.assert(
      fc.property(fc.array(others, { maxLength: 200 }), (list) => {
        const timesUs = every(1e6, list.length);
        const back = decodeOthers(encodeOthers({ timesUs, values: list }));
        expect(back.values).toEqual(list);
        expect(back.timesUs).toEqual(timesUs);
      }),
    );
  });

  it('that repeat take a few bits each', () => {
    const timesUs = every(60e6, 1440);
    const states = Array.from(timesUs, (_, i) => (i % 3 === 0 ? 'running' : 'stopped'));
    expect(encodeOthers({ timesUs, values: states }).length).toBeLessThan(300);
  });
});

describe('hours', () => {
  const summary = fc.record<Omit<HourSummary, 'hour'>>({
    count: fc.integer({ min: 1, max: 4e9 }),
    min: finite,
    max: finite,
    sum: finite,
    first: finite,
    last: finite,
    firstUs: fc.integer({ min: 0, max: 3_600e6 - 1 }),
    lastUs: fc.integer({ min: 0, max: 3_600e6 - 1 }),
  });
  it('are read as they were packed [C1]', () => {
    fc.assert(
      fc.property(fc.array(summary, { maxLength: 24 }), (list) => {
        const hours = list.map((rest, hour) => ({
          ...rest,
          hour,
          firstUs: rest.firstUs + hour * 3_600e6,
          lastUs: rest.lastUs + hour * 3_600e6,
        }));
        expect(decodeHours(encodeHours(hours))).toEqual(hours);
      }),
    );
  });
});

describe('bytes that nobody packed', () => {
  const decoders = { decodeNumbers, decodeOthers, decodeHours };
  const good = {
    decodeNumbers: encodeNumbers({
      timesUs: every(7, 300),
      values: Float64Array.from({ length: 300 }, (_, i) => i / 7),
    }),
    decodeOthers: encodeOthers({ timesUs: every(7, 3), values: ['a', true, { b: [1] }] }),
    decodeHours: encodeHours([]),
  };
  it.each(Object.entries(decoders))('are refused, at once, by %s [C3]', (name, decode) => {
    const refused = (bytes: Uint8Array) => {
      try {
        decode(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedChunk);
      }
    };
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), refused), { numRuns: 3000 });
    const bytes = good[name as keyof typeof good];
    const head = bytes.subarray(0, 1);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (rest) => refused(Buffer.concat([head, rest]))),
      {
        numRuns: 5000,
      },
    );
    for (let length = 0; length < bytes.length; length++)
      expect(() => decode(bytes.subarray(0, length))).toThrow(MalformedChunk);
    expect(() => decode(Buffer.concat([bytes, Buffer.from([0])]))).toThrow(MalformedChunk);
    const spoiled = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(spoiled, ([at, byte]) => {
        const copy = Buffer.from(bytes);
        copy[at] = byte;
        refused(copy);
      }),
      { numRuns: 2000 },
    );
  });
});
