import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '@/lib/problem';
import { ARRIVED_MS, readPieces, readWhole, testContext } from '../test-read';
import { lineProtocol } from './line-protocol';

const T = ARRIVED_MS / 1000;

describe('lines', () => {
  it('of one moment and measurement are one message, later fields win [N4]', () => {
    const { messages } = readWhole(
      lineProtocol,
      `cpu,cpu=0 idle=1 ${T}\ncpu,cpu=1 idle=2 ${T}\nmem used=3 ${T}\ncpu,cpu=0 idle=4,user=5 ${T}\ncpu,cpu=0 idle=6 ${T + 1}`,
      { query: 'precision=s' },
    );
    expect(messages).toEqual([
      { timeMs: ARRIVED_MS, readings: { 'cpu.idle{cpu=0}': 4, 'cpu.idle{cpu=1}': 2, 'cpu.user{cpu=0}': 5 } },
      { timeMs: ARRIVED_MS, readings: { 'mem.used': 3 } },
      { timeMs: ARRIVED_MS + 1000, readings: { 'cpu.idle{cpu=0}': 6 } },
    ]);
  });

  it('that can not be taken are all named, the others read', () => {
    const { faults } = readWhole(
      lineProtocol,
      `a v=1\nb\n# all well\nc v=1 ${T + 1e9}\nd,t=x\u0001 v=1\ne v="${'x'.repeat(9_000)}"\n__proto__,a=1 v=2`,
      { query: 'precision=s' },
    );
    expect(faults.errors.map(({ line, detail }) => [line, detail.slice(0, 60)])).toEqual([
      [2, "unable to parse 'b': missing fields"],
      [4, expect.stringMatching(/^unable to parse 'c v=1 \d+': bad timestamp: /)],
      [5, expect.stringContaining("unable to parse 'd,t=x")],
      [6, expect.stringContaining("unable to parse 'e v=")],
      [7, expect.stringContaining('__proto__')],
    ]);
  });

  it('are UTF-8', () => {
    expect(() => readWhole(lineProtocol, Buffer.from([0x61, 0x20, 0x76, 0x3d, 0xff]))).toThrow(Problem);
  });

  it('read in pieces as they do as a whole, wherever they are cut', async () => {
    const line = fc.constantFrom(
      'a v=1 1',
      'a,t=ü v="two\nlines" 2',
      'b s="\\"\n\n" 3',
      '# note',
      '',
      'c w=f,x="," 4',
    );
    const cuts = fc.array(fc.nat(200), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), cuts, async (lines, at) => {
        const body = lines.join('\n');
        const whole = readWhole(lineProtocol, body);
        const pieces = await readPieces(lineProtocol, body, at);
        expect(pieces.faults.count).toBe(0);
        expect(merged(pieces.messages)).toEqual(merged(whole.messages));
      }),
    );
  });

  it('in pieces that are all at fault are not read to their end', async () => {
    const context = testContext();
    let come = 0;
    async function* nonsense(): AsyncIterable<Buffer> {
      for (; come < 100; come++) yield Buffer.from(`m${come} nonsense\n`);
    }
    for await (const _ of lineProtocol.readPieces?.(nonsense(), context) ?? [])
      if (context.faults.count > 0) break;
    expect(come).toBe(0);
    expect(context.faults.errors).toMatchObject([{ line: 1 }]);
  });

  it('in pieces name the line of a fault, and of a text that does not end', async () => {
    const { faults } = await readPieces(lineProtocol, 'a s="x\ny"\nb v=\n', [5]);
    expect(faults.errors).toMatchObject([{ line: 3 }]);
    const open = await readPieces(lineProtocol, 'a s="x\ny"\nb s="z\nc v=1\n', [3, 12, 18]);
    expect(open.faults.errors).toMatchObject([
      { line: 3, detail: expect.stringContaining('unbalanced quotes') },
    ]);
  });
});

/** Messages by time and keys: those of one moment may come apart at the end of a piece. */
function merged(messages: { timeMs: number | undefined; readings: Record<string, unknown> }[]) {
  const all: Record<string, Record<string, unknown>> = {};
  for (const { timeMs, readings } of messages) all[String(timeMs)] = { ...all[String(timeMs)], ...readings };
  return all;
}
