import { describe, expect, it } from 'vitest';
import { Problem } from '@/lib/problem';
import { chooseFormat } from './choose-format';
import { ownEndpoint } from './endpoint/own';

const choose = (contentType: string | undefined) => chooseFormat(ownEndpoint.formats, contentType).kind;

describe('the content type', () => {
  it.each([undefined, '', 'application/json', 'Application/JSON;charset="UTF-8"', 'application/ld+json'])(
    '%j is JSON [S2]',
    (contentType) => expect(choose(contentType)).toBe('json'),
  );

  it.each([
    'text/plain',
    'application/jsonp',
    'multipart/form-data; boundary=x',
    'application/json; charset=latin1',
  ])('%j is refused [S2]', (contentType) => {
    expect(() => choose(contentType)).toThrow(expect.objectContaining({ code: 'unsupported_media_type' }));
    expect(() => choose(contentType)).toThrow(Problem);
  });
});
