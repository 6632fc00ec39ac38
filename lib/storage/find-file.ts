import type { Caller } from '@/lib/auth/caller';
import { pool } from '@/lib/database';
import { problem } from '@/lib/problem';

export type StoredFile = { hash: string; bytes: number; contentType: string };

/** Who asks: a member, whoever holds the public link of a scene, or both. */
export type FileReader = { caller?: Caller | undefined; shareToken?: string | undefined };

/**
 * A stored file, if the reader may have it: a member all files of the workspace, the holder of a public link what
 * that scene shows. To all others it is as missing as one that never was.
 */
export async function findFile(hash: string, { caller, shareToken }: FileReader): Promise<StoredFile> {
  const { rows } = await pool().query<{ bytes: number; content_type: string }>(
    `select f.bytes, f.content_type from model_file f
      where f.hash = $1
        and (f.workspace_id = $2
             or exists (
               select from scene s
                where s.share_token = $3 and s.workspace_id = f.workspace_id
                  and (s.thumbnail_hash = f.hash
                       or exists (
                         select from asset a
                          where a.workspace_id = s.workspace_id and f.hash in (a.model_hash, a.thumbnail_hash)
                            and s.document @> jsonb_build_object('instances', jsonb_build_array(
                                                jsonb_build_object('assetId', a.id)))))))
      limit 1`,
    [hash, caller?.workspaceId ?? null, shareToken ?? null],
  );
  const row = rows[0];
  if (!row) throw problem('not_found', { detail: 'There is no such file.' });
  return { hash, bytes: row.bytes, contentType: row.content_type };
}
