import type { Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import type { UpdateScene } from './api-schema';
import { findScene } from './find-scene';
import { getScene } from './get-scene';
import type { SceneDetail } from './scene-detail';

/** Renames a scene, or describes it. */
export async function updateScene(caller: Caller, id: string, change: UpdateScene): Promise<SceneDetail> {
  await findScene(caller, id, 'scene:write');
  await prisma().scene.updateMany({ where: { id, workspaceId: caller.workspaceId }, data: change });
  return getScene({ kind: 'member', caller }, id);
}
