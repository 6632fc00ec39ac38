import type { Prisma } from '@/lib/generated/prisma/client';
import { problem } from '@/lib/problem';

/** Where documents of a kind live. */
const TABLES = {
  asset: { table: 'asset', revisions: 'asset_revision', key: 'asset_id' },
  scene: { table: 'scene', revisions: 'scene_revision', key: 'scene_id' },
} as const;
export type DocumentTable = keyof typeof TABLES;

/** Older revisions are dropped. */
export const REVISIONS_KEPT = 50;

export type SavedDocument = { revision: number; updatedAt: string };

type Transaction = Prisma.TransactionClient;

/**
 * Replaces a document, if it still is at the revision that the writer has seen. One statement checks, saves, keeps
 * the version and drops the oldest: two writers can't both win, and the loser has changed nothing.
 *
 * @throws `not_found`; `conflict` with the newest `revision`, and `changedAt` and `changedBy`
 */
export async function saveDocument(
  tx: Transaction,
  table: DocumentTable,
  given: {
    id: string;
    workspaceId: string;
    userId: string;
    revision: number;
    document: { schemaVersion: number };
  },
): Promise<SavedDocument> {
  const { table: name, revisions, key } = TABLES[table];
  const { id, workspaceId, userId, revision, document } = given;
  const rows = await tx.$queryRawUnsafe<{ revision: number; updated_at: Date }[]>(
    `with saved as (
       update ${name} set document = $4::jsonb, revision = revision + 1, updated_at = now()
        where id = $1 and workspace_id = $2 and revision = $3
          -- A newer program's document is not ours to replace: we would drop what we do not know.
          and coalesce((document->>'schemaVersion')::int, 0) <= $6
       returning id, revision, updated_at
     ), kept as (
       insert into ${revisions} (${key}, revision, document, created_by_id)
       select id, revision, $4::jsonb, $5 from saved
     ), dropped as (
       delete from ${revisions} r using saved
        where r.${key} = saved.id and r.revision <= saved.revision - ${REVISIONS_KEPT}
     )
     select revision, updated_at from saved`,
    id,
    workspaceId,
    revision,
    JSON.stringify(document),
    userId,
    document.schemaVersion,
  );
  const saved = rows[0];
  if (saved) return { revision: saved.revision, updatedAt: saved.updated_at.toISOString() };
  throw await whyNot(tx, table, given);
}

type Newest = { revision: number; version: number; changed_at: Date; changed_by: string | null };

async function whyNot(
  tx: Transaction,
  table: DocumentTable,
  given: { id: string; workspaceId: string; revision: number; document: { schemaVersion: number } },
) {
  const { table: name, revisions, key } = TABLES[table];
  const rows = await tx.$queryRawUnsafe<Newest[]>(
    `select d.revision, coalesce((d.document->>'schemaVersion')::int, 0) as version,
            coalesce(r.created_at, d.updated_at) as changed_at, u.name as changed_by
       from ${name} d
       left join ${revisions} r on r.${key} = d.id and r.revision = d.revision
       left join user_account u on u.id = r.created_by_id
      where d.id = $1 and d.workspace_id = $2`,
    given.id,
    given.workspaceId,
  );
  const newest = rows[0];
  if (!newest) return problem('not_found', { detail: `There is no such ${table}.` });
  const extra = {
    revision: newest.revision,
    changedAt: newest.changed_at.toISOString(),
    changedBy: newest.changed_by,
  };
  if (newest.version > given.document.schemaVersion) {
    return problem('conflict', {
      detail: `This ${table} was saved by a newer version of Twinnoverse: it can be seen here, but not changed.`,
      extra: { ...extra, reason: 'newer_version' },
    });
  }
  return problem('conflict', {
    detail: `It is at revision ${newest.revision} by now; your change is of revision ${given.revision}. Nothing was replaced.`,
    extra,
  });
}
