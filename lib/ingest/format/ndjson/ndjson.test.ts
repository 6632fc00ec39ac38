import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPieces, readWhole } from '../test-read';
import { ndjsonFormat } from './ndjson';

describe('NDJSON', () => {
  it('is one message on each line; blank lines say nothing [L1]', () => {
    const { messages } = readWhole(ndjsonFormat, '\ufeff{"ts":1760000000,"a":1}\r\n\n{"b":{"c":true}}\n');
    expect(messages).toEqual([
      { timeMs: 1_760_000_000_000, readings: { a: 1 } },
      { timeMs: undefined, readings: { 'b.c': true } },
    ]);
  });

  it('names the line of a fault, and of what is no JSON [F9]', async () => {
    const faulty = '{"a":1}\n\n{"a":2,"ts":"soon"}\n{"a":NaN}\n[1]\n';
    const whole = readWhole(ndjsonFormat, faulty);
    const expected = [
      { pointer: '/ts', line: 3, detail: expect.stringContaining('no time') },
      { pointer: '/a', line: 4, detail: expect.stringContaining('NaN') },
      { pointer: '', line: 5, detail: expect.stringContaining('an array') },
    ];
    expect(whole.faults.errors).toEqual(expected);
    expect((await readPieces(ndjsonFormat, faulty)).faults.errors).toEqual(expected);
    expect(whole.faults.problem().message).toMatch(/^Line 3, \/ts: "soon" is no time.*\(and 2 more\)$/);
    expect(() => readWhole(ndjsonFormat, '{"a":1}\n{"a":\n')).toThrow(/^Line 2: It is not JSON/);
    expect(() => readWhole(ndjsonFormat, ' \n')).toThrow(/no messages/);
    expect(() => readWhole(ndjsonFormat, Buffer.from('{"a":"\xff"}\n', 'latin1'))).toThrow(/UTF-8/);
    await expect(readPieces(ndjsonFormat, '')).rejects.toThrow(/no messages/);
  });

  it('reads the same in pieces, wherever they are cut [L2]', async () => {
    const values = fc.array(fc.record({ a: fc.integer(), text: fc.string({ unit: 'grapheme' }) }), {
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(values, fc.array(fc.nat(2_000)), async (messages, cuts) => {
        const body = messages.map((message) => JSON.stringify(message)).join('\n');
        expect(await readPieces(ndjsonFormat, body, cuts)).toMatchObject({
          messages: readWhole(ndjsonFormat, body).messages,
        });
      }),
    );
  });

  it('refuses a line without end before it fills the memory', async () => {
    await expect(readPieces(ndjsonFormat, 'x'.repeat(3_000_000), [500_000, 1_500_000])).rejects.toThrow(
      /line may have at most/,
    );
  });
});
