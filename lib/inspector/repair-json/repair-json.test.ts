import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairJson } from './repair-json';

describe('a body that is nearly JSON', () => {
  it.each([
    ['{"a": 1,}', '{"a": 1}', ['trailing_comma']],
    ['[1, 2, ,]', '[1, 2 ]', ['trailing_comma']],
    ["{'a': 'it\\'s'}", '{"a": "it\'s"}', ['single_quotes']],
    ['{temperature: 21.5, motor-1: 3}', '{"temperature": 21.5, "motor-1": 3}', ['unquoted_key']],
    ['{"a": True, "b": None}', '{"a": true, "b": null}', ['word']],
    ['{"a": 21,5, "b": 3}', '{"a": 21.5, "b": 3}', ['decimal_comma']],
    ['{"a": 21,5}', '{"a": 21.5}', ['decimal_comma']],
    [
      '{"a": +1, "b": .5, "c": 5., "d": 007, "e": 0x1F}',
      '{"a": 1, "b": 0.5, "c": 5, "d": 7, "e": 31}',
      ['number_form'],
    ],
    ['{"a": 1', '{"a": 1}', ['missing_bracket']],
    ['{"a": {"b": [1, 2', '{"a": {"b": [1, 2]}}', ['missing_bracket']],
    ['{“a”: “x”}', '{"a": "x"}', ['smart_quotes']],
    ['{"a": 1 // degrees\n}', '{"a": 1 \n}', ['comment']],
    ['{"a": 1\n "b": 2}', '{"a": 1,\n "b": 2}', ['missing_comma']],
    ['{"a"=1; "b" => 2}', '{"a":1, "b" : 2}', ['colon', 'missing_comma']],
    ['{"path": "C:\\data"}', '{"path": "C:\\\\data"}', ['escape']],
    ['{"state": running}', '{"state": "running"}', ['unquoted_text']],
    ['{"a": "x\ty"}', '{"a": "x\\ty"}', ['control_character']],
    ['{"a": 1}\n{"a": 2}', '[{"a": 1},\n{"a": 2}]', ['several_values']],
    ['\ufeff{"a": 1,}', '{"a": 1}', ['byte_order_mark', 'trailing_comma']],
    ['{"a": "open\n}', '{"a": "open"\n}', ['open_text']],
  ])('%j', (text, repaired, repairs) => {
    const result = repairJson(text);
    expect(result?.text).toBe(repaired);
    expect(result?.repairs.toSorted()).toEqual(repairs.toSorted());
  });

  it.each(['{"a": 1}', '[]', '', '   ', '}', '{:}', '<xml/>', '{"a" 1}'])('%j is left alone', (text) => {
    expect(repairJson(text)).toBeUndefined();
  });
});

it('gives JSON or nothing, whatever comes', () => {
  const scraps = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    "'",
    'a',
    '1',
    '.',
    '\\',
    '\n',
    ' ',
    'NaN',
    '//',
    '-',
    '“',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(scraps, { maxLength: 40 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (any) => {
      const repaired = repairJson(any);
      if (repaired) expect(() => JSON.parse(repaired.text)).not.toThrow();
    }),
    { numRuns: 2_000 },
  );
});

it('loses no value of JSON whose end was cut off between two members', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.integer(), { minKeys: 1 }), (object) => {
      const text = JSON.stringify(object);
      expect(JSON.parse(repairJson(text.slice(0, -1))?.text ?? '0')).toEqual(object);
    }),
  );
});
