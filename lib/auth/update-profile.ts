import { prisma } from '@/lib/database';
import type { Caller } from './caller';

export async function updateProfile(caller: Caller, given: { name: string }): Promise<void> {
  await prisma().user.update({ where: { id: caller.userId }, data: { name: given.name } });
}
