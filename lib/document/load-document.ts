import type { z } from 'zod';
import { log } from '@/lib/log';
import { problem } from '@/lib/problem';

type Json = Record<string, unknown>;

/** Lifts a document of version `from` to the next one. Pure; gets what that version stored, all of it. */
export type DocumentMigration = {
  from: number;
  name: string;
  migrate: (document: Json) => Json;
};

/** A kind of document: its newest form, and how the older ones become it. */
export type DocumentKind<D> = {
  /** As it stands in a sentence: "scene". */
  noun: string;
  version: number;
  schema: z.ZodType<D>;
  /** One for each older version, in order, without a gap. */
  migrations: readonly DocumentMigration[];
};

export type LoadedDocument<D> = {
  document: D;
  /** Set when the document may be seen but not changed: an older program would drop what it does not know. */
  readOnly: 'newer_version' | null;
};

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a stored document: migrates an older one, opens a newer one read-only as far as we understand it.
 *
 * @throws `unreadable_document`. Never answers an empty document in place of one that can't be read: it would be
 * saved over what is there.
 */
export function loadDocument<D>(kind: DocumentKind<D>, stored: unknown): LoadedDocument<D> {
  const version = isJson(stored) ? stored.schemaVersion : undefined;
  if (!isJson(stored) || typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    throw unreadable(kind, 'It names no version of its format.');
  }
  const newer = version > kind.version;
  const raised = newer ? { ...stored, schemaVersion: kind.version } : migrate(kind, stored, version);
  const parsed = kind.schema.safeParse(raised);
  if (parsed.success) return { document: parsed.data, readOnly: newer ? 'newer_version' : null };
  const why = newer
    ? `It was saved by a newer version of Twinnoverse (format ${version}; this one reads ${kind.version}).`
    : `It is damaged at "${parsed.error.issues[0]?.path.map(String).join('/') ?? ''}".`;
  throw unreadable(kind, why, parsed.error);
}

/**
 * For overviews of many documents, which one that can't be read must not keep from showing the others: it is left out
 * and told to the operator.
 */
export function findReadable<D>(kind: DocumentKind<D>, id: string, stored: unknown): D | undefined {
  try {
    return loadDocument(kind, stored).document;
  } catch (error) {
    log().error({ err: error, id }, `The document of this ${kind.noun} can not be read`);
    return undefined;
  }
}

function migrate<D>(kind: DocumentKind<D>, stored: Json, version: number): Json {
  let document = stored;
  for (const { from, migrate: raise } of kind.migrations) {
    if (from < version) continue;
    document = { ...raise(document), schemaVersion: from + 1 };
  }
  return document;
}

const unreadable = <D>(kind: DocumentKind<D>, why: string, cause?: unknown) =>
  problem('unreadable_document', {
    detail: `This ${kind.noun} can not be opened. ${why} It is kept as it is.`,
    cause,
  });
