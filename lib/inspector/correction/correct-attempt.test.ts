import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { findEndpoint } from '@/lib/ingest/endpoint/registry';
import { correctAttempt } from './correct-attempt';
import type { Attempt } from './correction';

/** One chart is linked; nothing else here needs a database. */
vi.mock('@/lib/widget/linked-charts', () => ({
  linkedCharts: async () => [{ dataKey: 'output', labelsKey: 'machines', valuesKey: 'units' }],
}));

const NOW = Date.UTC(2026, 10, 24, 12);
const DATASOURCE = { id: 'dsr_1', number: 1, workspaceId: 'wsp_1' };

function attempt(body: string | Buffer, given: Partial<Attempt> & { path?: string } = {}): Attempt {
  const { path = '/api/ingest', query = '', ...others } = given;
  const found = findEndpoint(path, query);
  if (!found) throw new Error(`Nobody answers ${path}.`);
  return {
    endpoint: found.endpoint,
    body: Buffer.from(body as string),
    contentType: 'application/json',
    query,
    header: () => undefined,
    arrivedMs: NOW,
    aheadSecondsMax: 86_400,
    ...others,
  };
}

async function correct(...given: Parameters<typeof attempt>) {
  const { steps, attempt: made, tried } = await correctAttempt(attempt(...given), DATASOURCE, undefined);
  return {
    kinds: steps.map(({ kind }) => kind),
    facts: steps.map(({ facts }) => facts),
    body: made.body.toString('utf8'),
    contentType: made.contentType,
    query: made.query,
    refused: tried.refusal?.code,
    messages: tried.messages,
  };
}

const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

describe('a refused body is made one that is accepted', () => {
  it.each([
    ['{"temperature": 21.5,}', ['json_syntax'], '{"temperature": 21.5}'],
    ['{"a": NaN, "b": -Infinity, "c": "NaN"}', ['not_a_number'], '{"a": null, "b": null, "c": "NaN"}'],
    ["{'a': NaN, 'b': 1}", ['not_a_number', 'json_syntax'], '{"a": null, "b": 1}'],
    ['42.5', ['bare_value'], '{"value": 42.5}'],
    ['[1, {"a": 2}]', ['bare_value'], '[{"value": 1}, {"a": 2}]'],
    [
      '{"timestamp": "2026-11-24 12:00:00", "a": 1}',
      ['bad_time'],
      '{"timestamp": "2026-11-24 12:00:00Z", "a": 1}',
    ],
    ['{"time": "24.11.2026 11:59", "a": 1}', ['bad_time'], '{"time": "2026-11-24T11:59:00Z", "a": 1}'],
    ['{"time": "11/24/2026 11:59:30", "a": 1}', ['bad_time'], '{"time": "2026-11-24T11:59:30Z", "a": 1}'],
    [
      '{"ts": "2026-11-24 13:00:00 CET", "a": 1}',
      ['bad_time'],
      '{"ts": "2026-11-24T13:00:00+01:00", "a": 1}',
    ],
    ['{"ts": "2099-01-01T00:00:00Z", "a": 1}', ['bad_time'], '{"a": 1}'],
    ['{"a": 1, "time": "soon"}', ['bad_time'], '{"a": 1}'],
    ['{"ts": 17955216000, "a": 1}', ['bad_time'], '{"ts": 1795521600, "a": 1}'],
    ['{"": 1}', ['bad_key'], '{"value": 1}'],
    ['{"a\\u0000b": 1}', ['bad_key'], '{"ab": 1}'],
    ['{"a": 1, "constructor": 2}', ['bad_key'], '{"a": 1, "constructor_": 2}'],
    ['{"a.b": 1, "a": {"b": 2}}', ['repeated_key'], '{"a.b": 1, "a": {}}'],
    ['{"a": 1e999, "b": 2}', ['impossible_value'], '{"a": null, "b": 2}'],
    ['{"a": "x\\u0000y"}', ['impossible_value'], '{"a": "xy"}'],
    [
      '{"output": {"machines": ["A", "B"], "units": [1, 2, 3]}}',
      ['unequal_lengths'],
      '{"output": {"machines": ["A", "B"], "units": [1, 2]}}',
    ],
    [
      '{"output": {"machines": ["A", "B"], "units": []}}',
      ['unequal_lengths'],
      '{"output": {"machines": [], "units": []}}',
    ],
    [deep(12), ['too_deep'], `{"${Array(12).fill('a').join('.')}": 1}`],
  ])('%s', async (body, kinds, corrected) => {
    const made = await correct(body);
    expect(made).toMatchObject({ refused: undefined, kinds, body: corrected });
  });

  it('whatever its content type says', async () => {
    expect(await correct('{"a": 1}', { contentType: 'application/xml' })).toMatchObject({
      refused: undefined,
      kinds: ['content_type'],
      contentType: 'application/json',
    });
    expect(await correct('{"a": 1}\n{"a": 2}\n')).toMatchObject({
      refused: undefined,
      contentType: 'application/x-ndjson',
      body: '{"a": 1}\n{"a": 2}\n',
    });
    expect(await correct('temperature,rpm\n21.5,1480\n', { contentType: 'text/plain' })).toMatchObject({
      refused: undefined,
      contentType: 'text/csv',
    });
    const form = { contentType: 'application/x-www-form-urlencoded' };
    expect(await correct('temperature=21.5&pump=on', form)).toMatchObject({
      refused: undefined,
      kinds: ['form_fields'],
      messages: [expect.objectContaining({ keys: ['temperature', 'pump'], values: [21.5, 'on'] })],
    });
    expect(await correct("{'a': 1}", form)).toMatchObject({
      refused: undefined,
      kinds: ['content_type', 'json_syntax'],
      body: '{"a": 1}',
    });
  });

  it('in whatever encoding it came', async () => {
    const text = '{"Temperatur_außen": 21.5}';
    const keys = [expect.objectContaining({ keys: ['Temperatur_außen'] })];
    const latin = await correct(Buffer.from(text, 'latin1'));
    expect(latin).toMatchObject({ refused: undefined, kinds: ['character_encoding'], messages: keys });
    const wide = await correct(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
    expect(wide).toMatchObject({ refused: undefined, kinds: ['character_encoding'], messages: keys });
  });

  it('in each line of NDJSON', async () => {
    const made = await correct('{"a": 1}\n{"ts": "2026-11-24 12:00", "a": 2}\n', {
      contentType: 'application/x-ndjson',
    });
    expect(made).toMatchObject({
      refused: undefined,
      kinds: ['bad_time'],
      body: '{"a": 1}\n{"ts": "2026-11-24 12:00Z", "a": 2}\n',
    });
  });

  it('by the precision of its times', async () => {
    const line = `cpu,host=a load=1 ${NOW}000000\n`;
    const made = await correct(line, {
      path: '/api/v2/write',
      query: 'bucket=b&precision=s',
      contentType: 'text/plain',
    });
    expect(made).toMatchObject({
      refused: undefined,
      kinds: ['line_precision'],
      query: 'bucket=b&precision=ns',
    });
  });

  it('with many faults of several kinds in one go, each told once', async () => {
    const messages = Array.from({ length: 120 }, (_, i) => `{"time": "soon ${i}", "a": 1e999}`);
    const made = await correct(`[${messages.join(',\n')},]`);
    expect(made.refused).toBeUndefined();
    expect(made.kinds.toSorted()).toEqual(['bad_time', 'impossible_value', 'json_syntax']);
    expect(made.messages).toHaveLength(120);
  });
});

it.each([
  ['commas without a line end', 'True,None,'.repeat(6_250), 'application/json'],
  [
    'many messages with a fault',
    `[${'{"timestamp": "soon", "a": 1e999}, '.repeat(1_750)}]`,
    'application/json',
  ],
  ['brackets without an end', '[{"a":'.repeat(10_000), 'application/json'],
  ['spaces between values', `[1${'    2'.repeat(12_500)}]`, 'application/json'],
  ['commas and comments', '[,/**/ '.repeat(8_750), 'text/plain'],
  ['a text without an end', `["${'\\"'.repeat(30_000)}`, 'application/json'],
  ['a text of many lines', `["${'\n'.repeat(60_000)}`, 'application/json'],
  ['texts of many lines', `[${"'\n\n,".repeat(15_000)}`, 'application/json'],
  ['a long time', JSON.stringify({ time: '['.repeat(60_000), a: 1 }), 'application/json'],
  ['numbers that are none', `[${`${'1'.repeat(9_900)}x,`.repeat(6)}]`, 'application/json'],
  ['comments in each other', `{${'/*'.repeat(30_000)}`, 'application/json'],
  ['words', `{${'a b '.repeat(15_000)}}`, 'application/json'],
  ['a form that is none', `${'a=b&'.repeat(1_000)}\n{`, 'application/json'],
  ['quotations', `[${'“'.repeat(30_000)}`, 'application/json'],
  ['megabytes', '{"a": 1},\n'.repeat(500_000), 'application/json'],
])('takes little time, whatever comes: %s', async (_what, body, contentType) => {
  const begun = process.cpuUsage(); // other tests may run beside
  await correct(body, { contentType });
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(3_000);
});

it('leaves what is good as it is', async () => {
  expect(await correct('{"a": 1}')).toMatchObject({ kinds: [], body: '{"a": 1}', refused: undefined });
});

it('gives up where nothing helps', async () => {
  for (const body of ['', '{}', '[]', '<xml/>']) expect((await correct(body)).refused, body).toBeDefined();
});

it('never fails, whatever comes by whichever door', async () => {
  const doors = fc.constantFrom(
    { path: '/api/ingest', contentType: 'application/json' },
    { path: '/api/ingest', contentType: 'text/csv' },
    { path: '/api/ingest', contentType: 'application/x-ndjson' },
    { path: '/api/ingest', contentType: 'image/png' },
    { path: '/api/v2/write', contentType: 'text/plain' },
    { path: '/v1/metrics', contentType: 'application/x-protobuf' },
  );
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.json().map((text) => Buffer.from(text)),
    fc.string().map((text) => Buffer.from(text)),
  );
  await fc.assert(
    fc.asyncProperty(doors, bytes, async (door, body) => {
      await correct(Buffer.from(body), door);
    }),
    { numRuns: 500 },
  );
});
