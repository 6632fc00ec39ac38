import { describe, expect, it } from 'vitest';
import { Problem } from '@/lib/problem';
import { checkBodyHeaders, parseBody } from './parse-body';

const refusal = (work: () => unknown): Problem => {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('It was taken.');
};
const parse = (text: string) => parseBody(Buffer.from(text));
const check = (headers: Record<string, string>) =>
  checkBodyHeaders({ header: (name) => headers[name] }, 1_000);

describe('a body', () => {
  it('is one message or an array of them [F1]', () => {
    expect(parse('{"a":1}')).toEqual({ messages: [{ a: 1 }], isArray: false });
    expect(parse('[{"a":1},{"b":2}]')).toEqual({ messages: [{ a: 1 }, { b: 2 }], isArray: true });
  });

  it('with NaN or Infinity is read on, so that the field can be named [F8]', () => {
    const { messages } = parse('{"a": NaN, "b": [-Infinity, Infinity, "NaN \\" Infinity"], "NaN": 1}');
    expect(messages).toEqual([{ a: '\0NaN', b: ['\0-Infinity', '\0Infinity', 'NaN " Infinity'], NaN: 1 }]);
  });

  it.each(['{"a": NaN', '{"a": nil}', '{a: 1}', "{'a': 1}", '{"a": 01}', 'NaNa', '\u0000'])(
    'that reads %j is no JSON',
    (text) => {
      expect(refusal(() => parse(text))).toMatchObject({ code: 'invalid_json' });
    },
  );

  it('says where it stops being JSON', () => {
    expect(refusal(() => parse('{\n  "a": 1,\n  "b": ]\n}')).message).toContain('"b": ]');
  });
});

describe('headers of a body', () => {
  it.each([
    {},
    { 'content-type': 'application/json' },
    { 'content-type': 'Application/JSON;charset="UTF-8"' },
    { 'content-type': 'application/ld+json' },
    { 'content-encoding': 'identity' },
    { 'content-length': '1000' },
  ])('%j are taken [S2]', (headers) => {
    expect(() => check(headers)).not.toThrow();
  });

  it.each([
    [{ 'content-type': 'text/plain' }, 'unsupported_media_type'],
    [{ 'content-type': 'application/jsonp' }, 'unsupported_media_type'],
    [{ 'content-type': 'multipart/form-data; boundary=x' }, 'unsupported_media_type'],
    [{ 'content-type': 'application/json; charset=latin1' }, 'unsupported_media_type'],
    [{ 'content-encoding': 'br' }, 'unsupported_media_type'],
    [{ 'content-encoding': 'identity, gzip' }, 'unsupported_media_type'],
    [{ 'content-length': '1001' }, 'too_large'],
  ])('%j are refused [S1, S2, S3]', (headers, code) => {
    expect(refusal(() => check(headers as Record<string, string>))).toMatchObject({ code });
  });
});
