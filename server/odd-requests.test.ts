import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { findOddity } from './odd-requests';

const codeOf = (method: string, url: string) => findOddity({ method, url } as IncomingMessage)?.code;

it('lets through what a browser or a client sends', () => {
  expect(codeOf('GET', '/')).toBeUndefined();
  expect(codeOf('GET', '/datasources/d%20x?search=%')).toBeUndefined();
  expect(codeOf('DELETE', '/api/v1/scenes/scn_1')).toBeUndefined();
});

it('refuses what Next would fail at', () => {
  expect(codeOf('TRACE', '/')).toBe('method_not_allowed');
  expect(codeOf('PROPFIND', '/')).toBe('method_not_allowed');
  expect(codeOf('GET', '/api/v1/files/%')).toBe('invalid_request');
  expect(codeOf('GET', '/%c0%af')).toBe('invalid_request');
  expect(codeOf('GET', 'http://elsewhere.example/')).toBe('invalid_request');
  expect(codeOf('OPTIONS', '*')).toBe('invalid_request');
});
