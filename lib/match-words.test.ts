import { expect, it } from 'vitest';
import { matchesWords } from './match-words';

it.each([
  ['Tablet press P-2', 'press tab', true],
  ['Tablet press P-2', 'press pump', false],
  ['Mélangeur haute vitesse', 'melang', true],
  ['Melangeur', 'MÉLANGEUR', true],
  ['مُحَرِّك', 'محرك', true],
  ['anything', '', true],
  ['anything', '  ', true],
])('"%s" searched for "%s": %s', (text, search, matches) => {
  expect(matchesWords(text, search)).toBe(matches);
});
