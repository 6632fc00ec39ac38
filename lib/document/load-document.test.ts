import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { assetDocumentKind } from '@/lib/asset/migrations/registry';
import { Problem } from '@/lib/problem';
import { sceneDocumentKind } from '@/lib/scene/migrations/registry';
import { type DocumentKind, loadDocument } from './load-document';

/** A kind that has grown twice: `title` became `name`, then names became a list. */
const kind: DocumentKind<{ schemaVersion: number; names: string[] }> = {
  noun: 'list',
  version: 3,
  schema: z.object({ schemaVersion: z.literal(3), names: z.array(z.string()) }),
  migrations: [
    {
      from: 1,
      name: '001-name-instead-of-title',
      migrate: ({ title, ...rest }) => ({ ...rest, name: title }),
    },
    { from: 2, name: '002-several-names', migrate: ({ name, ...rest }) => ({ ...rest, names: [name] }) },
  ],
};

const refusal = (stored: unknown): Problem => {
  try {
    loadDocument(kind, stored);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('The document was opened.');
};

describe('loadDocument', () => {
  it('opens each version, old ones through every migration after them', () => {
    for (const stored of [
      { schemaVersion: 1, title: 'a' },
      { schemaVersion: 2, name: 'a' },
      { schemaVersion: 3, names: ['a'] },
    ]) {
      const before = structuredClone(stored);
      expect(loadDocument(kind, stored)).toEqual({
        document: { schemaVersion: 3, names: ['a'] },
        readOnly: null,
      });
      expect(stored).toEqual(before);
    }
  });

  it('opens a newer version read-only, as far as it is understood', () => {
    expect(loadDocument(kind, { schemaVersion: 4, names: ['a'], colour: 'red' })).toEqual({
      document: { schemaVersion: 3, names: ['a'] },
      readOnly: 'newer_version',
    });
    expect(refusal({ schemaVersion: 9, names: 'other by now' }).message).toMatch(
      /newer version.*format 9.*kept as it is/,
    );
  });

  it.each([
    [null],
    [[]],
    [{}],
    ['{}'],
    [{ schemaVersion: '1' }],
    [{ schemaVersion: 0 }],
    [{ schemaVersion: 3 }],
  ])('never makes an empty document of %j', (stored) => {
    expect(refusal(stored)).toMatchObject({ code: 'unreadable_document', status: 500 });
  });
});

// The guarantee that holds for every kind of document: an old file can be raised step by step to today's.
describe.each([
  ['asset', assetDocumentKind],
  ['scene', sceneDocumentKind],
])('migrations of the %s document', (_name, { version, migrations }) => {
  it('have no gap and no twin, and end at the version of today', () => {
    expect(migrations.map(({ from }) => from)).toEqual(Array.from({ length: version - 1 }, (_, i) => i + 1));
  });

  it('are named by their number', () => {
    for (const { from, name } of migrations) {
      expect(name).toMatch(new RegExp(`^${String(from).padStart(3, '0')}-[a-z0-9-]+$`));
    }
  });
});
