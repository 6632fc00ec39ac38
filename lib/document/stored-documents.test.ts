import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { assetDocumentKind } from '@/lib/asset/migrations/registry';
import { sceneDocumentKind } from '@/lib/scene/migrations/registry';
import { loadDocument } from './load-document';

/** Documents as a released version stored them: they must open for ever, with all that they hold. */
const stored = (word: string, version: number): unknown =>
  JSON.parse(fs.readFileSync(path.join('lib', word, 'migrations', 'fixtures', `v${version}.json`), 'utf8'));

describe('stored documents', () => {
  it.each(Array.from({ length: assetDocumentKind.version }, (_, i) => i + 1))(
    'opens an asset of version %i',
    (version) => {
      const { document, readOnly } = loadDocument(assetDocumentKind, stored('asset', version));
      expect(readOnly).toBeNull();
      expect(document.widgets).toMatchObject([
        { kind: 'single_data', dataKey: 'bearing.temperature', alerts: { value: 80 } },
        // Of a kind that we do not know: kept as it is.
        { id: 'w2', kind: 'gauge_of_another_version', needle: 'red' },
      ]);
    },
  );

  it.each(Array.from({ length: sceneDocumentKind.version }, (_, i) => i + 1))(
    'opens a scene of version %i',
    (version) => {
      const { document, readOnly } = loadDocument(sceneDocumentKind, stored('scene', version));
      expect(readOnly).toBeNull();
      expect(document).toMatchObject({
        instances: [{ name: 'Feed pump P-7', position: [1, 0, -2.5], groupId: 'g1' }],
        groups: [{ name: 'Cooling' }],
        views: [{ name: 'Start' }],
      });
    },
  );
});
