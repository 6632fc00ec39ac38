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

type Damage = (body: Buffer) => Buffer;

const at = fc.double({ min: 0, max: 1, noNaN: true });
const place = (share: number, body: Buffer): number => Math.floor(share * body.length);

/** A good body after some accidents: cut, changed, doubled, with strange bytes in its midst. */
function damaged(examples: readonly (string | Buffer)[]): fc.Arbitrary<Buffer> {
  const damage: fc.Arbitrary<Damage> = fc.oneof(
    at.map(
      (share): Damage =>
        (body) =>
          body.subarray(0, place(share, body)),
    ),
    at.map(
      (share): Damage =>
        (body) =>
          body.subarray(place(share, body)),
    ),
    fc.tuple(at, fc.nat(255)).map(
      ([share, byte]): Damage =>
        (body) => {
          const changed = Buffer.from(body);
          if (changed.length > 0) changed[place(share, body)] = byte;
          return changed;
        },
    ),
    fc.tuple(at, fc.uint8Array({ minLength: 1, maxLength: 12 })).map(
      ([share, bytes]): Damage =>
        (body) =>
          Buffer.concat([body.subarray(0, place(share, body)), bytes, body.subarray(place(share, body))]),
    ),
    fc.tuple(at, at).map(
      ([from, to]): Damage =>
        (body) => {
          const [start, end] = [place(Math.min(from, to), body), place(Math.max(from, to), body)];
          return Buffer.concat([body.subarray(0, end), body.subarray(start)]);
        },
    ),
  );
  return fc
    .tuple(fc.constantFrom(...examples), fc.array(damage, { minLength: 1, maxLength: 4 }))
    .map(([example, accidents]) =>
      accidents.reduce((body, accident) => accident(body), Buffer.from(example)),
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
