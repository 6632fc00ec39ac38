import { assertMay, type Caller } from '@/lib/auth/caller';
import type { Permission } from '@/lib/auth/permissions';
import { prisma } from '@/lib/database';
import type { Scene } from '@/lib/generated/prisma/client';
import { problem } from '@/lib/problem';

export const noSuchScene = () => problem('not_found', { detail: 'There is no such scene.' });

/** The caller's scene; a foreign one is as missing as one that never was. */
export async function findScene(caller: Caller, id: string, permission: Permission): Promise<Scene> {
  assertMay(caller, permission);
  const scene = await prisma().scene.findFirst({ where: { id, workspaceId: caller.workspaceId } });
  if (!scene) throw noSuchScene();
  return scene;
}
