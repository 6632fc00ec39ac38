import { prisma } from '@/lib/database';
import { env } from '@/lib/env';
import { newId } from '@/lib/ids';
import { problem } from '@/lib/problem';
import { hashPassword } from './password';
import type { SignUp } from './schema';
import type { Account } from './sign-in';
import { throttleSignUp } from './throttle';

/** Whether a stranger may make an account: sign-up is open, or nobody has one yet. */
export async function isSignUpOpen(): Promise<boolean> {
  if (env().SIGN_UP === 'open') return true;
  return (await prisma().user.findFirst({ select: { id: true } })) === null;
}

/**
 * Makes an account with a workspace that it owns.
 * @throws Problem `forbidden` when sign-up is closed, `conflict` when the e-mail can't be used, `too_many_requests`
 */
export async function signUp(given: SignUp, address: string): Promise<Account> {
  await throttleSignUp(address);
  const passwordHash = await hashPassword(given.password);
  const user = { id: newId('user'), email: given.email, name: given.name, passwordHash };
  const workspace = { id: newId('workspace'), name: given.workspaceName };
  return prisma().$transaction(async (tx) => {
    // One at a time: of two people who both find an empty, closed instance only the first gets in.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('sign-up'))`;
    const first = await tx.user.findFirst({ select: { id: true } });
    if (first && env().SIGN_UP === 'closed') throw problem('forbidden', { detail: 'Sign-up is closed.' });
    const taken = await tx.user.findUnique({ where: { email: user.email }, select: { id: true } });
    if (taken) throw problem('conflict', { detail: 'This e-mail can not be used for a new account.' });
    const made = await tx.user.create({ data: user });
    await tx.workspace.create({
      data: { ...workspace, memberships: { create: { userId: made.id, role: 'owner' } } },
    });
    return { id: made.id, email: made.email, name: made.name, sessionVersion: made.sessionVersion };
  });
}
