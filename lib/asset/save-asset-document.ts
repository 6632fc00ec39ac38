import { assertMay, type Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import { type SavedDocument, saveDocument } from '@/lib/document/save-document';
import { type FieldError, problem } from '@/lib/problem';
import type { Transaction } from '@/lib/storage/keep-file';
import type { SaveAssetDocument } from './api-schema';
import type { AssetDocument } from './schema';

/**
 * Saves the widgets of an asset, if nobody else has since `revision`.
 *
 * @throws `conflict`; `invalid_request` naming each widget at fault
 */
export async function saveAssetDocument(
  caller: Caller,
  id: string,
  { revision, document }: SaveAssetDocument,
): Promise<SavedDocument> {
  assertMay(caller, 'asset:write');
  const { workspaceId, userId } = caller;
  return prisma().$transaction(async (tx) => {
    const errors = [...twins(document), ...(await strangers(tx, workspaceId, id, document))];
    if (errors.length > 0) {
      throw problem('invalid_request', {
        detail: 'The asset can not be saved like this.',
        errors: errors.slice(0, 50),
      });
    }
    return saveDocument(tx, 'asset', { id, workspaceId, userId, revision, document });
  });
}

/** Two widgets of one id could not be told apart. */
function twins(document: AssetDocument): FieldError[] {
  const seen = new Set<string>();
  return document.widgets.flatMap(({ id }, i) => {
    if (seen.has(id))
      return [{ pointer: `/document/widgets/${i}/id`, detail: 'Another widget has this id.' }];
    seen.add(id);
    return [];
  });
}

/**
 * Datasources that are not the workspace's. One that the saved document names already may stay: it was deleted
 * meanwhile, and that must not keep anyone from saving.
 */
async function strangers(
  tx: Transaction,
  workspaceId: string,
  assetId: string,
  document: AssetDocument,
): Promise<FieldError[]> {
  const ids = document.widgets.map(({ datasourceId }) =>
    typeof datasourceId === 'string' ? datasourceId : null,
  );
  const known = await tx.$queryRaw<{ id: string }[]>`
    select id from datasource where workspace_id = ${workspaceId} and id = any(${ids.filter((id) => id !== null)})
    union
    select path #>> '{}' from asset a, jsonb_path_query(a.document, '$.widgets[*].datasourceId') path
     where a.id = ${assetId} and a.workspace_id = ${workspaceId}`;
  const allowed = new Set(known.map((row) => row.id));
  return ids.flatMap((id, i) =>
    id === null || allowed.has(id)
      ? []
      : [{ pointer: `/document/widgets/${i}/datasourceId`, detail: 'There is no such datasource.' }],
  );
}
