import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPointer } from '@/lib/ingest/faults';
import { editText } from './edit-text';
import { jsonSpans } from './json-spans';

const remove = (text: string, pointer: string) => {
  const span = jsonSpans(text).get(pointer);
  return span && editText(text, [{ ...span.whole, by: '' }]);
};

describe('a member', () => {
  it.each([
    ['{"a": 1, "b": 2, "c": 3}', '/a', '{"b": 2, "c": 3}'],
    ['{"a": 1, "b": 2, "c": 3}', '/b', '{"a": 1, "c": 3}'],
    ['{"a": 1, "b": 2, "c": 3}', '/c', '{"a": 1, "b": 2}'],
    ['{ "a": {"x/y": [1, {"z": "}"}]} }', '/a/x~1y/1/z', '{ "a": {"x/y": [1, {}]} }'],
    ['[1, 2]', '/1', '[1]'],
    ['{"a": 1}', '/a', '{}'],
  ])('goes from %s with its comma', (text, pointer, rest) => {
    expect(remove(text, pointer)).toBe(rest);
  });
});

it('finds each value of any JSON at its place', () => {
  fc.assert(
    fc.property(fc.json(), fc.integer({ min: 0, max: 3 }), (json, indent) => {
      const document: unknown = JSON.parse(json);
      const text = JSON.stringify(document, null, indent);
      const spans = jsonSpans(text);
      const look = (value: unknown, path: (string | number)[]): void => {
        const span = spans.get(jsonPointer(path));
        expect(JSON.parse(text.slice(span?.start, span?.end))).toEqual(value);
        if (Array.isArray(value)) for (const [i, item] of value.entries()) look(item, [...path, i]);
        else if (typeof value === 'object' && value !== null)
          for (const [key, item] of Object.entries(value)) look(item, [...path, key]);
      };
      look(document, []);
    }),
  );
});

it('never fails, however deep, however cut', () => {
  expect(jsonSpans('['.repeat(100_000)).size).toBeGreaterThan(0);
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), fc.nat(50), (text, length) => {
      jsonSpans(text.slice(0, length));
    }),
  );
});
