import { expect, it } from 'vitest';
import { initialsOf } from './initials';

it.each([
  ['Nadia Amrani', 'NA'],
  ['  karim  ben  haddad ', 'KH'],
  ['Ada', 'A'],
  ['نادية عمراني', 'نع'],
  ['', ''],
])('%s has the initials %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
