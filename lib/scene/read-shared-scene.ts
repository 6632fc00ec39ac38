import type { SceneReader } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import { noSuchScene } from './find-scene';
import { getScene } from './get-scene';
import type { SceneDetail } from './scene-detail';
import { shareTokenSchema } from './share-token';

export type ShareReader = Extract<SceneReader, { kind: 'share' }>;

/** Who holds this token may read which scene. A token that was switched off or replaced is as unknown as any other. */
export async function findShare(token: string): Promise<ShareReader> {
  if (!shareTokenSchema.safeParse(token).success) throw noSuchScene();
  const scene = await prisma().scene.findUnique({
    where: { shareToken: token },
    select: { id: true, workspaceId: true },
  });
  if (!scene) throw noSuchScene();
  return { kind: 'share', workspaceId: scene.workspaceId, sceneId: scene.id };
}

/** The scene behind a public link. */
export async function readSharedScene(token: string): Promise<SceneDetail> {
  const reader = await findShare(token);
  return getScene(reader, reader.sceneId);
}
