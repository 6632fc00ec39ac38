import type { DocumentKind, DocumentMigration } from '@/lib/document/load-document';
import { SCENE_SCHEMA_VERSION, type SceneDocument, sceneDocumentSchema } from '../schema';

/**
 * One file each, `001-name.ts`, in order. A migration is never changed once it was released, and each has a stored
 * document of its version in `fixtures/` that a test opens.
 */
export const SCENE_MIGRATIONS: readonly DocumentMigration[] = [];

export const sceneDocumentKind: DocumentKind<SceneDocument> = {
  noun: 'scene',
  version: SCENE_SCHEMA_VERSION,
  schema: sceneDocumentSchema,
  migrations: SCENE_MIGRATIONS,
};
