import fc from 'fast-check';
import { expect } from 'vitest';
import { sendRequest, type TestSender, testRequest } from '../test-sender';

/** One way to write readings, to be tried with bytes that nobody would send on purpose. */
export type FuzzTarget = {
  title: string;
  /** `KEY` stands for the sender's own. */
  path?: string;
  headers?: Record<string, string>;
  /** Good bodies, to be damaged. */
  examples: readonly (string | Buffer)[];
  /** Bodies of the format's own making: its words in any order. */
  bodies: fc.Arbitrary<string | Buffer>;
};

const CPU_MS_MAX = 1_000;
const RUNS = 150;

/** Sends what the target makes: each body is taken or refused (4xx), nothing crashes, nothing takes a second. */
export async function expectNoHarm(sender: TestSender, target: FuzzTarget, runs = RUNS): Promise<void> {
  const bodies = fc.oneof(damaged(target.examples), target.bodies, fc.uint8Array({ maxLength: 200 }));
  await fc.assert(
    fc.asyncProperty(bodies, async (given) => {
      const body = typeof given === 'string' ? Buffer.from(given) : Buffer.from(given);
      const begun = process.cpuUsage();
      const { status, body: answer } = await sendRequest(
        testRequest(body, {
          path: (target.path ?? '/api/ingest').replace('KEY', sender.key),
          headers: { 'x-api-key': sender.key, authorization: `Bearer ${sender.key}`, ...target.headers },
        }),
      );
      const { user, system } = process.cpuUsage(begun);
      expect((user + system) / 1000).toBeLessThan(CPU_MS_MAX);
      expect([status, answer], body.toString('latin1')).toSatisfy(
        () => status === 200 || status === 204 || (status >= 400 && status < 500 && status !== 401),
      );
    }),
    { numRuns: runs },
  );
}

/** What may happen to a body, between two places of it. */
type Damage = (body: Buffer, start: number, end: number, bytes: Uint8Array) => Buffer;
const DAMAGES: readonly Damage[] = [
  (body, start) => body.subarray(0, start),
  (body, start) => body.subarray(start),
  (body, start, end) => Buffer.concat([body.subarray(0, start), body.subarray(end)]),
  (body, start, end) => Buffer.concat([body.subarray(0, end), body.subarray(start)]),
  (body, start, _end, bytes) => Buffer.concat([body.subarray(0, start), bytes, body.subarray(start)]),
  (body, start, _end, bytes) =>
    Buffer.concat([body.subarray(0, start), bytes, body.subarray(start + bytes.length)]),
];
const oddBytes = fc.uint8Array({ minLength: 1, maxLength: 12 });

const at = fc.double({ min: 0, max: 1, noNaN: true });
const place = (share: number, body: Buffer): number => Math.floor(share * body.length);

/** A good body after some accidents: cut, changed, doubled, with strange bytes in its midst. */
function damaged(examples: readonly (string | Buffer)[]): fc.Arbitrary<Buffer> {
  const damage = fc.record({ how: fc.constantFrom(...DAMAGES), from: at, to: at, bytes: oddBytes });
  return fc
    .tuple(fc.constantFrom(...examples), fc.array(damage, { minLength: 1, maxLength: 4 }))
    .map(([example, accidents]) =>
      accidents.reduce<Buffer>((body, { how, from, to, bytes }) => {
        const start = place(Math.min(from, to), body);
        return how(body, start, place(Math.max(from, to), body), bytes);
      }, Buffer.from(example)),
    );
}

/** Values and names that programs stumble over. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '__proto__',
    'constructor',
    'a.b',
    '.',
    '\0',
    '\ud800',
    '1e999',
    'NaN',
    '-0',
    '00:00',
    'é'.repeat(300),
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  fc.double(),
  fc.constantFrom(null, true, 1e300, -1, 2 ** 28, 1e18, [], {}, [[]], { a: [{}] }),
  fc.jsonValue({ maxDepth: 4 }),
);
/** Objects of a format's own field names, with anything in them. */
export const oddObject = (names: readonly string[]): fc.Arbitrary<Record<string, unknown>> =>
  fc.dictionary(fc.oneof(fc.constantFrom(...names), oddText), oddValue, { maxKeys: 6 });
