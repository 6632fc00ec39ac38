import { assertMay, type Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import { type SavedDocument, saveDocument } from '@/lib/document/save-document';
import { type FieldError, problem } from '@/lib/problem';
import type { Transaction } from '@/lib/storage/keep-file';
import type { SaveSceneDocument } from './api-schema';
import type { SceneDocument } from './schema';

/**
 * Saves what a scene places, if nobody else has since `revision`.
 *
 * @throws `conflict`; `invalid_request` naming each instance at fault
 */
export async function saveSceneDocument(
  caller: Caller,
  id: string,
  { revision, document }: SaveSceneDocument,
): Promise<SavedDocument> {
  assertMay(caller, 'scene:write');
  const { workspaceId, userId } = caller;
  return prisma().$transaction(async (tx) => {
    const errors = [...wrongIds(document), ...(await strangers(tx, workspaceId, id, document))];
    if (errors.length > 0) {
      throw problem('invalid_request', {
        detail: 'The scene can not be saved like this.',
        errors: errors.slice(0, 50),
      });
    }
    return saveDocument(tx, 'scene', { id, workspaceId, userId, revision, document });
  });
}

/** Ids are there once, and groups that instances name exist. */
function wrongIds({ instances, groups, views }: SceneDocument): FieldError[] {
  const errors: FieldError[] = [];
  for (const [list, items] of Object.entries({ instances, groups, views })) {
    const seen = new Set<string>();
    for (const [i, { id }] of items.entries()) {
      if (seen.has(id))
        errors.push({ pointer: `/document/${list}/${i}/id`, detail: 'Another one has this id.' });
      seen.add(id);
    }
  }
  const known = new Set(groups.map((group) => group.id));
  for (const [i, { groupId }] of instances.entries()) {
    if (groupId === null || known.has(groupId)) continue;
    errors.push({ pointer: `/document/instances/${i}/groupId`, detail: 'The scene has no such group.' });
  }
  return errors;
}

/**
 * Instances of assets that are not the workspace's. One that the saved document places already may stay: its asset was
 * deleted meanwhile, it is drawn as missing, and that must not keep anyone from saving.
 */
async function strangers(
  tx: Transaction,
  workspaceId: string,
  sceneId: string,
  document: SceneDocument,
): Promise<FieldError[]> {
  const ids = [...new Set(document.instances.map((instance) => instance.assetId))];
  const known = await tx.$queryRaw<{ id: string }[]>`
    select id from asset where workspace_id = ${workspaceId} and id = any(${ids})
    union
    select path #>> '{}' from scene s, jsonb_path_query(s.document, '$.instances[*].assetId') path
     where s.id = ${sceneId} and s.workspace_id = ${workspaceId}`;
  const allowed = new Set(known.map((row) => row.id));
  return document.instances.flatMap(({ assetId }, i) =>
    allowed.has(assetId)
      ? []
      : [{ pointer: `/document/instances/${i}/assetId`, detail: 'There is no such asset.' }],
  );
}
