import { describe, expect, it } from 'vitest';
import { ARRIVED_MS, readWhole } from '../test-read';
import { senmlFormat } from './senml';

const read = (pack: unknown) => readWhole(senmlFormat, JSON.stringify(pack));
const detailOf = (pack: unknown) => read(pack).faults.errors[0];

describe('SenML', () => {
  it('joins base fields and records (RFC 8428, 5.1.3) [E1]', () => {
    const { messages, faults } = read([
      { bn: 'urn:dev:ow:10e2073a01080063:', bt: 1.76e9, bu: 'A', bver: 5, n: 'voltage', u: 'V', v: 120.1 },
      { n: 'current', t: -5, v: 1.2 },
      { n: 'current', t: -4, v: 1.3 },
      { n: 'open', vb: true },
      { n: 'label', vs: 'x' },
      { n: 'packed', vd: 'aGkgCg' },
    ]);
    expect(faults.errors).toEqual([]);
    const name = (key: string) => `urn:dev:ow:10e2073a01080063:${key}`;
    expect(messages).toEqual([
      {
        timeMs: 1.76e12,
        readings: {
          [name('voltage')]: 120.1,
          [name('open')]: true,
          [name('label')]: 'x',
          [name('packed')]: 'aGkgCg',
        },
      },
      { timeMs: 1.76e12 - 5000, readings: { [name('current')]: 1.2 } },
      { timeMs: 1.76e12 - 4000, readings: { [name('current')]: 1.3 } },
    ]);
  });

  it('takes small times as relative to now, none as now [E2]', () => {
    expect(
      read([
        { n: 'a', v: 1 },
        { n: 'a', t: -60, v: 2 },
      ]).messages,
    ).toEqual([
      { timeMs: undefined, readings: { a: 1 } },
      { timeMs: ARRIVED_MS - 60_000, readings: { a: 2 } },
    ]);
  });

  it('adds base value and base sum [E1]', () => {
    expect(
      read([
        { bn: 'e', bv: 100, bs: 10 },
        { v: 1, s: 2 },
        { n: '2', s: 5 },
      ]).messages[0]?.readings,
    ).toEqual({
      e: 101,
      'e.sum': 12,
      e2: 100,
      'e2.sum': 15,
    });
  });

  it.each([
    [
      [{ n: 'a', v: 1, danger_: 1 }],
      { pointer: '/0/danger_', detail: expect.stringContaining('must be understood') },
    ],
    [[{ bver: 11 }, { n: 'a', v: 1 }], { pointer: '/0/bver' }],
    [[{ n: 'a' }], { pointer: '/0', detail: expect.stringContaining('needs a value') }],
    [[{ n: 'a', v: 1, vs: 'x' }], { pointer: '/0/vs' }],
    [[{ n: 'a', v: '1' }], { pointer: '/0/v', detail: expect.stringContaining('must be a number') }],
    [[{ v: 1 }], { pointer: '/0/n', detail: expect.stringContaining('empty') }],
    [[{ n: 'a', v: 1 }, 7], { pointer: '/1' }],
    [[{ n: 'a', v: 1, t: 200_000 }], { pointer: '/0/t', detail: expect.stringContaining('future') }],
  ])('%j is refused [E3]', (pack, fault) => {
    expect(detailOf(pack)).toMatchObject(fault);
  });

  it('is an array with values', () => {
    expect(() => read({ n: 'a', v: 1 })).toThrow(/array of records/);
    expect(() => read([])).toThrow(/no values/);
    expect(read([{ n: 'a', v: 1, unknown: 2 }]).messages).toHaveLength(1);
  });
});
