import type { FieldRules } from '@/lib/field-rules/schema';
import { Faults } from '../faults';
import type { BodyFormat, ReadContext } from './format';

export const ARRIVED_MS = Date.UTC(2026, 10, 24, 12);

type Given = { headers?: Record<string, string>; query?: string; rules?: FieldRules };

export function testContext({ headers = {}, query = '', rules }: Given = {}): ReadContext {
  return {
    arrivedMs: ARRIVED_MS,
    aheadSecondsMax: 86_400,
    query: new URLSearchParams(query),
    header: (name) => headers[name],
    rules,
    faults: new Faults(),
  };
}

/** Reads a body as a whole: its messages as time and readings, and its faults. */
export function readWhole(format: BodyFormat, body: string | Buffer, given: Given = {}) {
  const context = testContext(given);
  const messages = format.read(Buffer.from(body), context);
  return { messages: messages.map(plain), faults: context.faults };
}

/** Reads the same body in pieces, cut wherever `cuts` says. */
export async function readPieces(format: BodyFormat, body: string | Buffer, cuts: readonly number[] = []) {
  if (!format.readPieces) throw new Error(`${format.kind} is not read in pieces.`);
  const context = testContext();
  const messages: ReturnType<typeof plain>[] = [];
  for await (const batch of format.readPieces(cut(Buffer.from(body), cuts), context)) {
    messages.push(...batch.map(plain));
    if (context.faults.count > 0) break;
  }
  return { messages, faults: context.faults };
}

async function* cut(body: Buffer, cuts: readonly number[]): AsyncIterable<Buffer> {
  let from = 0;
  for (const at of [...cuts].sort((a, b) => a - b)) {
    if (at <= from || at >= body.length) continue;
    yield body.subarray(from, at);
    from = at;
  }
  yield body.subarray(from);
}

const plain = ({
  timeUs,
  keys,
  values,
}: {
  timeUs: number | undefined;
  keys: string[];
  values: unknown[];
}) => ({
  timeMs: timeUs === undefined ? undefined : timeUs / 1000,
  readings: Object.fromEntries(keys.map((key, i) => [key, values[i]])),
});
