import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_LANGUAGES, prepareCode } from './prepare-code';

const kinds = (code: string, language: (typeof CODE_LANGUAGES)[number]) =>
  prepareCode(code, language)
    .filter(({ kind }) => kind !== 'plain')
    .map(({ kind, text }) => `${kind} ${text}`);

describe('coloured code', () => {
  it('tells the keys of JSON from its texts', () => {
    expect(kinds('{"a": "b", "c": [1, "d"]}', 'json')).toEqual([
      'variable "a"',
      'string "b"',
      'variable "c"',
      'string "d"',
    ]);
  });

  it('finds the variable inside a text of the shell', () => {
    expect(kinds('# once\ncurl -H "Authorization: Bearer $KEY"', 'shell')).toEqual([
      'comment # once',
      'keyword curl',
      'string "Authorization: Bearer ',
      'variable $KEY',
      'string "',
    ]);
  });

  it('loses and adds nothing, in any language', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...CODE_LANGUAGES), (code, language) => {
        expect(
          prepareCode(code, language)
            .map(({ text }) => text)
            .join(''),
        ).toBe(code);
      }),
    );
  });
});
