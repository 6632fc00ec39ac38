import { prisma } from '@/lib/database';
import type { Caller } from './caller';
import { confirmPassword } from './confirm-password';
import { hashPassword } from './password';
import type { PasswordChange } from './schema';

/**
 * Sets a new password and ends all sessions of the account; returns the version of the next ones, for the
 * session that goes on.
 * @throws Problem `invalid_request` (field `current`), `too_many_requests`
 */
export async function changePassword(
  caller: Caller,
  given: PasswordChange,
  address: string,
): Promise<{ sessionVersion: number }> {
  await confirmPassword(caller, given.current, { address, field: 'current' });
  return prisma().user.update({
    where: { id: caller.userId },
    data: { passwordHash: await hashPassword(given.next), sessionVersion: { increment: 1 } },
    select: { sessionVersion: true },
  });
}
