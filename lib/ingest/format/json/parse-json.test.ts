import { describe, expect, it } from 'vitest';
import { Problem } from '@/lib/problem';
import { bodyText, parseJson } from './parse-json';

const refusal = (work: () => unknown): Problem => {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('It was taken.');
};
const parse = (text: string) => parseJson(bodyText(Buffer.from(text)));

describe('a body', () => {
  it('with NaN or Infinity is read on, so that the field can be named [F8]', () => {
    const message = parse('{"a": NaN, "b": [-Infinity, Infinity, "NaN \\" Infinity"], "NaN": 1}');
    expect(message).toEqual({ a: '\0NaN', b: ['\0-Infinity', '\0Infinity', 'NaN " Infinity'], NaN: 1 });
  });

  it.each(['{"a": NaN', '{"a": nil}', '{a: 1}', "{'a': 1}", '{"a": 01}', 'NaNa', '\u0000'])(
    'that reads %j is no JSON',
    (text) => {
      expect(refusal(() => parse(text))).toMatchObject({ code: 'invalid_json' });
    },
  );

  it.each([
    ['"', '\\"'],
    ['"', '\\"\\'],
    ['{"a": NaN, "', 'x"'],
  ])('of open texts is refused in time that grows with its length only (%j, %j)', (start, piece) => {
    const begun = performance.now();
    expect(refusal(() => parse(start + piece.repeat(50_000)))).toMatchObject({ code: 'invalid_json' });
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it('says where it stops being JSON', () => {
    expect(refusal(() => parse('{\n  "a": 1,\n  "b": ]\n}')).message).toContain('"b": ]');
  });
});

it('tells who forgot the content type of a table', () => {
  expect(() => parseJson('timestamp,temperature\n2026-01-31T12:00:00Z,42.5\n')).toThrow(/text\/csv/);
  for (const body of ['{"a": 1,\n}', "{'a': 1,\n 'b': 2}", 'a, b', `a${','.repeat(5_000_000)}`])
    expect(() => parseJson(body)).toThrow(/^(?!.*text\/csv)/);
});
