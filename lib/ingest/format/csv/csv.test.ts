import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPieces, readWhole } from '../test-read';
import { csvFormat } from './csv';
import { readRecords } from './records';

const read = (text: string) => readWhole(csvFormat, text);
const errorsOf = (text: string) => read(text).faults.errors;

describe('CSV', () => {
  it('has data keys in its header, one message on each row [C1]', () => {
    const { messages, faults } = read(
      '\ufeffTimestamp,temperature,"motor.state, now",on,serial\r\n2026-01-31T12:00:00Z,42.5,running,TRUE,007\r\n1760000000,,"says ""hi""",false,NaN\r\n',
    );
    expect(faults.errors).toEqual([]);
    expect(messages).toEqual([
      {
        timeMs: Date.UTC(2026, 0, 31, 12),
        readings: { temperature: 42.5, 'motor.state, now': 'running', on: true, serial: '007' },
      },
      { timeMs: 1_760_000_000_000, readings: { 'motor.state, now': 'says "hi"', on: false } },
    ]);
  });

  it('reads a cell that is nearly a number in time that grows with its length only', () => {
    const begun = performance.now();
    for (const body of [`a\n${'1'.repeat(300_000)}x\n`, `a;b\n${'1'.repeat(300_000)},x;1\n`]) read(body);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it('of very many rows that end with a return alone is refused before it is cut up', () => {
    const begun = performance.now();
    expect(() => read(`a,b\n${'\r,'.repeat(1_000_000)}`)).toThrow('at most 10000 messages');
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(read('a,b\r1,2\r3,4').messages).toHaveLength(2);
  });

  it('without a time counts from its arrival', () => {
    expect(read('a,b\n1,2').messages).toEqual([{ timeMs: undefined, readings: { a: 1, b: 2 } }]);
  });

  it('names a column of dates that would not be read as the time [C4]', () => {
    const history = 'Datum;Temperatur\n24.11.2025 22:14;40,77\n25.11.2025 06:59;48,67\n26.11.2025 06:59;48\n';
    expect(errorsOf(history)).toEqual([
      { pointer: '/Datum', line: 3, detail: expect.stringContaining('looks like the time of the rows') },
    ]);
    expect(errorsOf('a,on\n1,2026-01-31\n')).toEqual([]);
    expect(errorsOf('a,version\n1,1.2.3\n2,10.20.30\n')).toEqual([]);
    expect(errorsOf('time,made on\n1760000000,2026-01-31\n1760000001,2026-01-31\n')).toEqual([]);
  });

  it('has one reading on each row in the long layout; a moment is a message [C2]', () => {
    const { messages } = read('metric,time,value\na,1760000000,1\nb,1760000000,x\na,1760000001,2\n');
    expect(messages).toEqual([
      { timeMs: 1_760_000_000_000, readings: { a: 1, b: 'x' } },
      { timeMs: 1_760_000_001_000, readings: { a: 2 } },
    ]);
    expect(read('key,value\na,1\nb,2').messages).toEqual([{ timeMs: undefined, readings: { a: 1, b: 2 } }]);
  });

  it('may be cut by semicolons, with decimal commas, or by tabs [C3]', () => {
    expect(read('temps;température\n1760000000;21,5\n').messages[0]?.readings).toEqual({
      temps: 1_760_000_000,
      température: 21.5,
    });
    expect(read('a\tb\n1.5\t-2e3').messages[0]?.readings).toEqual({ a: 1.5, b: -2000 });
  });

  it('names line and column of a fault [F9]', () => {
    expect(errorsOf('time,a\nsoon,1\n1760000000,1e999\n1,2,3\n')).toEqual([
      { pointer: '/time', line: 2, detail: expect.stringContaining('"soon" is no time') },
      { pointer: '/a', line: 3, detail: expect.stringContaining('too large') },
      { pointer: '', line: 4, detail: 'The row has 3 cells, the header 2.' },
    ]);
    expect(errorsOf('time,a,a\n1,2,3')[0]).toMatchObject({ pointer: '/a', line: 1 });
    expect(errorsOf('a,,__proto__\n1,2,3').map(({ detail }) => detail)).toEqual([
      'Column 2: A data key may not be empty.',
      'Column 3: "__proto__" may not be used as a data key.',
    ]);
    expect(errorsOf('time\n1')[0]?.detail).toMatch(/no data keys/);
    expect(() => read('a,b\n1,"2\n')).toThrow(/not CSV.*Quote Not Closed/);
    expect(() => read('a,b\n')).toThrow(/no rows/);
    expect(() => read('')).toThrow(/no rows/);
  });

  it('reads the same in pieces, wherever they are cut [L2]', async () => {
    const cell = fc.oneof(fc.integer().map(String), fc.constantFrom('', 'x', '"a\nb"', '"é,ü"', 'true'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1 }),
        fc.array(fc.nat(500)),
        async (rows, cuts) => {
          const body = `a,b\n${rows
            .map(([a, b]) => `1${a},${b}`)
            .filter((row) => !row.startsWith('1"'))
            .join('\n')}\n1,2`;
          const { messages, faults } = await readPieces(csvFormat, body, cuts);
          expect(messages).toEqual(read(body).messages);
          expect(faults.errors).toEqual(errorsOf(body));
        },
      ),
    );
  });

  it('without quotes is cut up as the parser would', () => {
    const cell = fc.stringMatching(/^[a-z0-9 .;-]{0,6}$/);
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (given, end) => {
        const text = given.map((cells) => cells.join(',')).join(end);
        const parsed = parse(text, { relax_column_count: true, skip_empty_lines: true });
        const cut = [...readRecords(Buffer.from(text), ',', 0)].map(({ cells }) => cells);
        expect(cut).toEqual(parsed);
      }),
    );
  });

  it('counts lines through quotes and blocks', async () => {
    const body = `time,a\n1760000000,"x\ny"\n\n${'1760000000,1\n'.repeat(50)}soon,1\n`;
    for (const cuts of [[], [20], [20, 25, 60, 200]]) {
      const { faults } = await readPieces(csvFormat, body, cuts);
      expect(faults.errors).toMatchObject([{ pointer: '/time', line: 55 }]);
    }
    expect(errorsOf(body)).toMatchObject([{ line: 55 }]);
  });

  it('passes on what breaks while it is read', async () => {
    await expect(readPieces(csvFormat, 'a,b\n1,"2\n\n3', [5])).rejects.toThrow(/Quote Not Closed/);
    await expect(readPieces(csvFormat, Buffer.from('a\n\xff\n', 'latin1'))).rejects.toThrow(/UTF-8/);
  });
});
