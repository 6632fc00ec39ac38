import { prisma } from '@/lib/database';
import { problem } from '@/lib/problem';
import type { Caller } from './caller';
import { verifyPassword } from './password';
import { throttlePasswordCheck } from './throttle';

/**
 * Asks a signed-in person for the password again, before something that a stolen session must not do.
 * @throws Problem `invalid_request` naming `field` when it is wrong, `too_many_requests` after too many tries
 */
export async function confirmPassword(
  caller: Caller,
  password: string,
  options: { address: string; field: string },
): Promise<void> {
  const user = await prisma().user.findUnique({ where: { id: caller.userId } });
  if (!user) throw problem('unauthenticated');
  const who = { account: user.email, address: options.address };
  const right = await throttlePasswordCheck(who, async () =>
    (await verifyPassword(user.passwordHash, password)) ? user.id : null,
  );
  if (right === null) {
    throw problem('invalid_request', {
      detail: 'The password is wrong.',
      errors: [{ pointer: `/${options.field}`, detail: 'passwordWrong' }],
    });
  }
}
