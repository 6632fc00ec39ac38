import { describe, expect, it } from 'vitest';
import en from '@/messages/en.json';
import { DOCS_PAGES } from './docs-pages';

describe('the pages of the documentation', () => {
  it.each(DOCS_PAGES.slice(1))('$key has a title, and a line about it on the first page', ({ key }) => {
    expect(Object.keys(en.docs.pages)).toContain(key);
    expect(Object.keys(en.docs.about)).toContain(key);
  });
});
