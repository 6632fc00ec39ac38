import { assertMay, type Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';

export async function renameWorkspace(caller: Caller, name: string): Promise<void> {
  assertMay(caller, 'workspace:manage');
  await prisma().workspace.update({ where: { id: caller.workspaceId }, data: { name } });
}
