import { describe, expect, it } from 'vitest';
import { safeNext } from './safe-next';

describe('where to go after signing in', () => {
  it.each([
    ['/datasources?status=error#list', '/datasources?status=error#list'],
    ['/s/scn_1', '/s/scn_1'],
    [undefined, '/'],
    ['', '/'],
    ['https://evil.example', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/sign-in?next=/', '/'],
    ['javascript:alert(1)', '/'],
    [`/${'a'.repeat(3000)}`, '/'],
  ])('%s leads to %s', (next, expected) => {
    expect(safeNext(next)).toBe(expected);
  });
});
