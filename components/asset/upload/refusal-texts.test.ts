import fs from 'node:fs';
import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { REFUSALS } from '@/lib/asset/model/refusal';

/** Values of every refusal together: a sentence that asks for another one would show its name in braces, or fail. */
const VALUES = {
  version: 1,
  declared: 2_000,
  actual: 900,
  at: 'accessors/0',
  names: 'Draco compression',
  uri: 'http://example.com/a.bin',
  what: 'nodes',
  count: 60_000,
  max: 50_000,
  name: 'steel',
  width: 60_000,
  height: 60_000,
  shown: '/meshes/0: wrong.',
  why: 'it is broken',
  size: '200 MB',
};

describe.each(['en', 'fr', 'ar'])('refusals in %s', (locale) => {
  const messages = JSON.parse(fs.readFileSync(`messages/${locale}.json`, 'utf8')) as {
    asset: { refusal: Record<string, string> };
  };
  const errors: string[] = [];
  const t = createTranslator({
    locale,
    messages: { refusal: messages.asset.refusal },
    namespace: 'refusal',
    onError: (error) => errors.push(error.message),
  });

  it('has a whole sentence for every reason', () => {
    for (const reason of [...REFUSALS, 'too_large']) {
      const sentence = t(reason, VALUES);
      expect(sentence, reason).not.toMatch(/[{}]/);
      expect(sentence.length, reason).toBeGreaterThan(8);
    }
    expect(errors).toEqual([]);
  });
});
