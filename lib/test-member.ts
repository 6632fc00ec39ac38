import type { Caller } from './auth/caller';
import type { Role } from './auth/permissions';
import { sealSessionToken } from './auth/session-token';
import { prisma } from './database';
import { newId } from './ids';

export type TestMember = {
  caller: Caller;
  /** Signs a request in as this member. */
  cookie: string;
};

/** A fresh account for a test, in a workspace of its own or beside another member. */
export async function makeMember({
  role = 'owner' as Role,
  beside,
}: {
  role?: Role;
  beside?: Caller;
} = {}): Promise<TestMember> {
  const userId = newId('user');
  const workspaceId = beside?.workspaceId ?? newId('workspace');
  await prisma().user.create({
    data: {
      id: userId,
      email: `${userId}@example.com`,
      name: `Member ${userId.slice(-4)}`,
      passwordHash: '',
    },
  });
  if (!beside) await prisma().workspace.create({ data: { id: workspaceId, name: 'Test works' } });
  await prisma().membership.create({ data: { userId, workspaceId, role } });
  const token = await sealSessionToken('authjs.session-token', { sub: userId, sessionVersion: 1 });
  return { caller: { userId, workspaceId, role }, cookie: `authjs.session-token=${token}` };
}
