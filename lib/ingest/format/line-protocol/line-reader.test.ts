import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineFault } from './line-fault';
import { type Line, LineReader } from './line-reader';

function readAll(text: string): Line[] {
  const reader = new LineReader(text);
  const lines: Line[] = [];
  for (let line = reader.next(); line; line = reader.next()) lines.push(line);
  return lines;
}

const readOne = (text: string) => {
  const [line] = readAll(text);
  if (!line) throw new Error('no line');
  return line;
};

describe('a line', () => {
  it('has measurement, tags, fields and time', () => {
    expect(readOne('weather,place=yard,side=north temperature=21.5,open=f 1700000000000000000')).toEqual({
      number: 1,
      series: {
        measurement: 'weather',
        tags: [
          ['place', 'yard'],
          ['side', 'north'],
        ],
      },
      names: ['temperature', 'open'],
      values: [21.5, false],
      time: '1700000000000000000',
    });
  });

  it.each([
    ['a v=1', 1],
    ['a v=-1.5', -1.5],
    ['a v=+2', 2],
    ['a v=.5', 0.5],
    ['a v=5.', 5],
    ['a v=1e3', 1000],
    ['a v=1.5E-3', 0.0015],
    ['a v=12i', 12],
    ['a v=-12i', -12],
    ['a v=12u', 12],
    ['a v=9223372036854775807i', 2 ** 63],
    ['a v=18446744073709551615u', 2 ** 64],
    ['a v=t', true],
    ['a v=True', true],
    ['a v=FALSE', false],
    ['a v=""', ''],
    ['a v="two words, a=b"', 'two words, a=b'],
    ['a v="a \\"quoted\\" \\\\ word\\n"', 'a "quoted" \\ word\\n'],
    ['a v="first\nsecond"', 'first\nsecond'],
    ['a v="Grüße 🏭 aus der Halle"', 'Grüße 🏭 aus der Halle'],
  ])('%s', (text, value) => expect(readOne(text).values).toEqual([value]));

  it.each([
    ['wea\\,ther v=1', 'wea,ther', []],
    ['wea\\ ther v=1', 'wea ther', []],
    ['wea=ther v=1', 'wea=ther', []],
    ['w\\=x v=1', 'w=x', []],
    ['a,t\\=a\\,g=v\\ al v=1', 'a', [['t=a,g', 'v al']]],
    ['a,path=C:\\dir v=1', 'a', [['path', 'C:\\dir']]],
    ['a,t="x" v=1', 'a', [['t', '"x"']]],
    ['a,t=b=c v=1', 'a', [['t', 'b=c']]],
  ])('%s', (text, measurement, tags) => expect(readOne(text).series).toEqual({ measurement, tags }));

  it('may have escaped field names, and several spaces', () => {
    expect(readOne('a   b\\ c\\=d=1   12  ')).toMatchObject({ names: ['b c=d'], time: '12' });
  });
});

describe('a body', () => {
  it('skips blank lines, comments and carriage returns', () => {
    const lines = readAll('# one\r\n\r\na v=1\r\n  # two\n\n b v="x\r\ny" 7\r\nc v=2');
    expect(lines.map((line) => [line.number, line.series.measurement, line.values[0], line.time])).toEqual([
      [3, 'a', 1, ''],
      [6, 'b', 'x\r\ny', '7'],
      [8, 'c', 2, ''],
    ]);
  });

  it('shares what lines have in common', () => {
    const [a, b, c] = readAll('m,t=1 v=1\nm,t=1 v=2\nm,t=2 v=1');
    expect(a?.series).toBe(b?.series);
    expect(a?.series).not.toBe(c?.series);
  });

  it('goes on after a line that can not be read', () => {
    const reader = new LineReader('a v=1\nb v="open\nc v=3');
    expect(reader.next()?.number).toBe(1);
    expect(() => reader.next()).toThrow('unbalanced quotes');
    expect([reader.lineNumber, reader.shown]).toEqual([2, 'b v="open']);
    expect(reader.next()).toMatchObject({ number: 3, values: [3] });
    expect(reader.next()).toBeUndefined();
  });
});

describe('refuses', () => {
  it.each([
    ['weather', 'missing fields'],
    ['weather ', 'missing fields'],
    ['weather\\', 'missing fields'],
    ['weather\\\na v=1', 'missing fields'],
    [',t=1 v=1', 'missing measurement'],
    ['a,=1 v=1', 'missing tag key'],
    ['a,, v=1', 'missing tag key'],
    ['a,t= v=1', 'missing tag value'],
    ['a,t v=1', 'missing tag value'],
    ['a =1', 'missing field key'],
    ['a v=', 'missing field value'],
    ['a v', 'invalid field format'],
    ['a v=1,', 'invalid field format'],
    ['a v="x"y', 'invalid field format'],
    ['a v="x', 'unbalanced quotes'],
    ['a v="x\\"', 'unbalanced quotes'],
    ['a v=abc', "invalid field value 'abc'"],
    ['a v=NaN', "invalid field value 'NaN'"],
    ['a v=0x10', "invalid number '0x10'"],
    ['a v=1e', "invalid field value '1e'"],
    ['a v=1e+', "invalid field value '1e+'"],
    ['a v=1.2.3', "invalid number '1.2.3'"],
    ['a v=1e999', "invalid number '1e999'"],
    ['a v=-', "invalid field value '-'"],
    ['a v=i', "invalid number 'i'"],
    ['a v=1.5i', "invalid number '1.5i'"],
    ['a v=-1u', "invalid number '-1u'"],
    ['a v=9223372036854775808i', 'more than 64 bits'],
    ['a v=18446744073709551616u', 'more than 64 bits'],
    ['a v=1 now', 'bad timestamp'],
    ['a v=1 1.5', 'bad timestamp'],
    ['a v=1 -', 'bad timestamp'],
    ['a v=1 1 2', 'bad timestamp'],
  ])('%s', (text, reason) => {
    const read = () => readAll(text);
    expect(read).toThrow(reason);
    expect(read).toThrow(LineFault);
  });
});

/** Written as InfluxDB's documentation says; a backslash before what is escaped can't be told apart, so none ends a name. */
const name = fc
  .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
  .filter((text) => !/[\r\n\t]/.test(text) && !/\\(?:$|[,= ])/.test(text) && !/^\s|^#/.test(text));
const escapeName = (text: string) => text.replace(/[,= ]/g, '\\$&');
const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.string({ unit: 'grapheme' }),
);
const printValue = (each: number | boolean | string) =>
  typeof each === 'string' ? `"${each.replace(/["\\]/g, '\\$&')}"` : String(each);
const line = fc.record({
  measurement: name,
  tags: fc.array(fc.tuple(name, name), { maxLength: 3 }),
  fields: fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 4 }),
  time: fc.option(fc.maxSafeInteger(), { nil: undefined }),
});
const print = ({ measurement, tags, fields, time }: typeof line extends fc.Arbitrary<infer T> ? T : never) =>
  [measurement, ...tags.map((tag) => tag.map(escapeName).join('='))]
    .map((part, i) => (i === 0 ? escapeName(part) : part))
    .join(',') +
  ` ${fields.map(([key, each]) => `${escapeName(key)}=${printValue(each)}`).join(',')}` +
  (time === undefined ? '' : ` ${time}`);

describe('whatever comes', () => {
  it('what is written is read again', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const read = readAll(lines.map(print).join(end));
        expect(
          read.map(({ series, names, values, time }) => ({
            ...series,
            names,
            values: values.map(plain),
            time,
          })),
        ).toEqual(
          lines.map(({ measurement, tags, fields, time }) => ({
            measurement,
            tags,
            names: fields.map(([key]) => key),
            values: fields.map(([, each]) => plain(each)),
            time: time === undefined ? '' : String(time),
          })),
        );
      }),
    );
  });

  it('either lines or a fault of a line, and it ends', () => {
    const piece = fc.constantFrom(
      'a',
      ',',
      '=',
      ' ',
      '\\',
      '"',
      '\n',
      '\r',
      '#',
      '1',
      'i',
      '.',
      'e',
      '-',
      't',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const reader = new LineReader(pieces.join(''));
        for (let i = 0; i <= 41; i++) {
          try {
            if (!reader.next()) return;
          } catch (fault) {
            expect(fault).toBeInstanceOf(LineFault);
          }
        }
        throw new Error('it does not end');
      }),
      { numRuns: 2000 },
    );
  });
});

/** JSON and text have no -0. */
const plain = (each: number | boolean | string) => (Object.is(each, -0) ? 0 : each);
