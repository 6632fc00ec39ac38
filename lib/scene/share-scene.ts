import type { Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import { problem } from '@/lib/problem';
import type { SceneSharing } from './api-schema';
import { findScene } from './find-scene';
import { newShareToken, sharePath } from './share-token';

const toSharing = (token: string | null): SceneSharing => ({
  token,
  path: token === null ? null : sharePath(token),
});

/** The public link as it stands, for those who may change it. */
export async function getSharing(caller: Caller, id: string): Promise<SceneSharing> {
  return toSharing((await findScene(caller, id, 'scene:share')).shareToken);
}

/**
 * Switches the public link on or off. Switching on what is on keeps the link that others hold already; switching off
 * and on again makes a new one, so that the old one stays dead.
 */
export async function setSharing(caller: Caller, id: string, enabled: boolean): Promise<SceneSharing> {
  await findScene(caller, id, 'scene:share');
  const token = enabled ? newShareToken() : null;
  // Written by hand: Prisma would call it a change of the scene, and lists sort by its last change.
  const rows = await prisma().$queryRaw<{ share_token: string | null }[]>`
    update scene set share_token = case when ${enabled} then coalesce(share_token, ${token}) end
     where id = ${id} and workspace_id = ${caller.workspaceId} returning share_token`;
  return toSharing(rows[0]?.share_token ?? null);
}

/** Replaces the public link: who holds the old one sees nothing any more. */
export async function rotateSharing(caller: Caller, id: string): Promise<SceneSharing> {
  await findScene(caller, id, 'scene:share');
  const rows = await prisma().$queryRaw<{ share_token: string }[]>`
    update scene set share_token = ${newShareToken()}
     where id = ${id} and workspace_id = ${caller.workspaceId} and share_token is not null returning share_token`;
  if (!rows[0]) throw problem('conflict', { detail: 'The public link is switched off.' });
  return toSharing(rows[0].share_token);
}
