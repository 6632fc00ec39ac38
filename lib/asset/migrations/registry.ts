import type { DocumentKind, DocumentMigration } from '@/lib/document/load-document';
import { ASSET_SCHEMA_VERSION, type AssetDocument, assetDocumentSchema } from '../schema';

/**
 * One file each, `001-name.ts`, in order. A migration is never changed once it was released, and each has a stored
 * document of its version in `fixtures/` that a test opens.
 */
export const ASSET_MIGRATIONS: readonly DocumentMigration[] = [];

export const assetDocumentKind: DocumentKind<AssetDocument> = {
  noun: 'asset',
  version: ASSET_SCHEMA_VERSION,
  schema: assetDocumentSchema,
  migrations: ASSET_MIGRATIONS,
};
