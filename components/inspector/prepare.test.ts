import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestDetail, RequestSummary } from '@/lib/inspector/schema';
import { makeCurl } from './make-curl';
import { fromBase64, hexLines, prepareBody, textToBase64, toBase64 } from './prepare-body';
import { foldDiff, prepareDiff } from './prepare-diff';
import { countRequests, matchesFilter, mergeRequests, newestId } from './prepare-requests';

const request = (
  id: string,
  code: string | null = null,
  at = `2026-01-01T00:00:0${id}.000Z`,
): RequestSummary => ({
  id,
  at,
  status: code ? 422 : 200,
  code,
  detail: code && 'Why.',
  method: 'POST',
  target: '/api/ingest',
  endpoint: 'own',
  format: 'json',
  bodyBytes: 1,
  messages: 1,
  readings: 1,
  durationUs: 1,
  address: null,
  isReplay: false,
});

describe('a list of requests', () => {
  it('takes each once, newest first, and is the same when nothing is new', () => {
    const known = [request('2'), request('1')];
    expect(mergeRequests(known, [request('3'), request('2')]).map(({ id }) => id)).toEqual(['3', '2', '1']);
    expect(mergeRequests(known, [request('1')])).toBe(known);
    expect(newestId([request('9'), request('10', null, '2026-01-01T00:00:00.000Z')])).toBe('10');
  });

  it('is counted and filtered by outcome and code', () => {
    const all = [
      request('1'),
      request('2', 'invalid_json'),
      request('3', 'invalid_json'),
      request('4', 'too_large'),
    ];
    expect(countRequests(all)).toEqual({
      outcomes: { all: 4, accepted: 1, refused: 3 },
      codes: [
        ['invalid_json', 2],
        ['too_large', 1],
      ],
    });
    const ids = (filter: Parameters<typeof matchesFilter>[1]) =>
      all.filter((one) => matchesFilter(one, filter)).map(({ id }) => id);
    expect(ids({ outcome: 'accepted', code: null })).toEqual(['1']);
    expect(ids({ outcome: 'all', code: 'invalid_json' })).toEqual(['2', '3']);
  });
});

describe('a body', () => {
  it('is JSON in lines, other text as it came, or bytes', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(prepareBody(bytes('{"a":1}'))).toMatchObject({ form: 'json', pretty: '{\n  "a": 1\n}' });
    expect(prepareBody(bytes('a,b\n1,2'))).toEqual({ form: 'text', text: 'a,b\n1,2' });
    expect(prepareBody(new Uint8Array([0, 1, 255]))).toMatchObject({ form: 'binary' });
    const half = bytes('{"ä').subarray(0, 3);
    expect(prepareBody(half)).toMatchObject({ form: 'binary' });
    expect(prepareBody(half, true)).toMatchObject({ form: 'text' });
  });

  it('travels in base64 as it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
      { numRuns: 30 },
    );
    expect(textToBase64('é')).toBe('w6k=');
  });

  it('has its bytes in lines of sixteen', () => {
    expect(hexLines(new TextEncoder().encode('0123456789abcdef!\n'))).toEqual([
      { offset: '0000', hex: '30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66', text: '0123456789abcdef' },
      { offset: '0010', hex: '21 0a', text: '!·' },
    ]);
  });
});

describe('a comparison', () => {
  it('has both texts in it, whatever they are', () => {
    const lines = fc
      .array(fc.constantFrom('a', 'b', 'c d', ''), { maxLength: 12 })
      .map((all) => all.join('\n'));
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const diff = prepareDiff(before, after);
        const text = (kinds: string[]) =>
          diff
            .filter(({ kind }) => kinds.includes(kind))
            .map(({ parts }) => parts.map((part) => part.text).join(''))
            .join('\n');
        expect(text(['same', 'gone'])).toBe(before);
        expect(text(['same', 'new'])).toBe(after);
        expect(new Set(diff.map(({ key }) => key)).size).toBe(diff.length);
      }),
    );
  });

  it('marks the words that differ, and leaves out what stays', () => {
    const [gone, fresh] = prepareDiff('{"a": NaN}', '{"a": null}');
    expect(gone?.parts.filter(({ changed }) => changed)).toEqual([{ text: 'NaN', changed: true }]);
    expect(fresh?.parts.filter(({ changed }) => changed)).toEqual([{ text: 'null', changed: true }]);
    const long = Array.from({ length: 20 }, (_, i) => `line ${i}`);
    const folded = foldDiff(prepareDiff(long.join('\n'), long.with(10, 'other').join('\n')));
    expect(folded.map((line) => line?.kind ?? null)).toEqual([
      null,
      'same',
      'same',
      'gone',
      'new',
      'same',
      'same',
      null,
    ]);
  });
});

it('a command of curl names the key, quotes the body, and leaves out what curl sends itself', () => {
  const detail: RequestDetail = {
    ...request('1'),
    headers: [
      ['host', 'x'],
      ['authorization', 'Bearer twk_9fK3•••'],
      ['content-type', 'application/json'],
      ['x-line', "it's 2"],
    ],
    errors: [],
    answer: '',
    body: '',
    isTruncated: false,
    read: null,
    dropped: null,
  };
  expect(makeCurl(detail, '{"a": "it\'s"}', 'https://twin.example.com')).toBe(
    [
      "curl -i -X POST 'https://twin.example.com/api/ingest' \\",
      '  -H "Authorization: Bearer $TWINNOVERSE_API_KEY" \\',
      "  -H 'content-type: application/json' \\",
      "  -H 'x-line: it'\\''s 2' \\",
      `  --data-binary '{"a": "it'\\''s"}'`,
    ].join('\n'),
  );
  expect(makeCurl(detail, undefined, '')).toContain('--data-binary @body.bin');
});
