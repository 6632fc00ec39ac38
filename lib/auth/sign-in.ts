import { prisma } from '@/lib/database';
import { verifyPassword } from './password';
import type { SignIn } from './schema';
import { throttlePasswordCheck } from './throttle';

export type Account = { id: string; email: string; name: string; sessionVersion: number };

/**
 * The account of an e-mail and password; null when they do not fit. Answer and time are the same whether the
 * account exists.
 * @throws Problem `too_many_requests`
 */
export function checkSignIn(given: SignIn, address: string): Promise<Account | null> {
  return throttlePasswordCheck({ account: given.email, address }, async () => {
    const user = await prisma().user.findUnique({ where: { email: given.email } });
    const right = await verifyPassword(user?.passwordHash ?? null, given.password);
    if (!user || !right) return null;
    return { id: user.id, email: user.email, name: user.name, sessionVersion: user.sessionVersion };
  });
}
