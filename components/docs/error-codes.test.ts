import { expect, it } from 'vitest';
import { PROBLEMS } from '@/lib/problem';
import ar from '@/messages/ar.json';
import en from '@/messages/en.json';
import fr from '@/messages/fr.json';

it.each(Object.entries({ en, fr, ar }))(
  'every error code has its place in the documentation: %s',
  (_, messages) => {
    expect(Object.keys(messages.docs.errors.codes).sort()).toEqual(Object.keys(PROBLEMS).sort());
  },
);
