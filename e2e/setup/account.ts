import { randomBytes } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import type { Caller } from '@/lib/auth/caller';
import { hashPassword } from '@/lib/auth/password';
import { sealSessionToken, sessionCookieOptions } from '@/lib/auth/session-token';
import { prisma } from '@/lib/database';
import { newId } from '@/lib/ids';
import { useServerEnvironment } from './server-environment';

export type Account = {
  email: string;
  name: string;
  password: string;
  /** To call use cases of `lib/` on this person's behalf. */
  caller: Caller;
};

/** A person with a workspace of their own, made behind the pages' back. */
export async function makeAccount(): Promise<Account> {
  useServerEnvironment();
  const name = 'Ada Meyer';
  const email = `ada.${randomBytes(5).toString('hex')}@example.com`;
  const password = randomBytes(12).toString('base64url');
  const userId = newId('user');
  const workspaceId = newId('workspace');
  await prisma().user.create({
    data: {
      id: userId,
      email,
      name,
      passwordHash: await hashPassword(password),
      memberships: { create: { role: 'owner', workspace: { create: { id: workspaceId, name: 'Works 3' } } } },
    },
  });
  return { email, name, password, caller: { userId, workspaceId, role: 'owner' } };
}

/** Signs a browser in by the cookie that signing in would have set. */
export async function signIn(context: BrowserContext, account: Account, origin: string): Promise<void> {
  useServerEnvironment();
  const cookie = 'authjs.session-token';
  const { path, httpOnly, secure } = sessionCookieOptions(cookie);
  const { hostname } = new URL(origin);
  const value = await sealSessionToken(cookie, { sub: account.caller.userId, sessionVersion: 1 });
  await context.addCookies([
    { name: cookie, value, domain: hostname, path, httpOnly, secure, sameSite: 'Lax' },
  ]);
}
