import { assertMay, type SceneReader } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import type { Scene } from '@/lib/generated/prisma/client';
import { noSuchScene } from './find-scene';

/** The scene, if this reader may see it: a member any of the workspace, a public link only its own while it is on. */
export async function findReadableScene(reader: SceneReader, sceneId: string): Promise<Scene> {
  if (reader.kind === 'member') assertMay(reader.caller, 'scene:read');
  const workspaceId = reader.kind === 'member' ? reader.caller.workspaceId : reader.workspaceId;
  if (reader.kind === 'share' && reader.sceneId !== sceneId) throw noSuchScene();
  const scene = await prisma().scene.findFirst({
    where: { id: sceneId, workspaceId, ...(reader.kind === 'share' ? { shareToken: { not: null } } : {}) },
  });
  if (!scene) throw noSuchScene();
  return scene;
}
