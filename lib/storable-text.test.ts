import { expect, it } from 'vitest';
import { isStorable, startOf, storableText } from './storable-text';

it('tells texts and keys that the database refuses, however deep they lie', () => {
  expect(isStorable({ name: 'Füllmaschine 😀', list: ['a', 1, null, { b: true }] })).toBe(true);
  expect(isStorable('a\0b')).toBe(false);
  expect(isStorable([{ name: 'half \ud83d' }])).toBe(false);
  expect(isStorable({ inner: { 'key\0': 1 } })).toBe(false);
});

it('tells what nests so deep that nobody could read it again', () => {
  const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
  expect(isStorable(nested(100))).toBe(true);
  expect(isStorable(nested(100_000))).toBe(false);
});

it('replaces what the database refuses', () => {
  expect(storableText('a\0b \ud83d 😀')).toBe('a\ufffdb \ufffd 😀');
});

it('cuts a text without cutting a character in two', () => {
  expect(startOf('abc😀', 4)).toBe('abc');
  expect(startOf('abc😀', 5)).toBe('abc😀');
  expect(startOf('abc', 80)).toBe('abc');
});
