import { hash, verify } from '@node-rs/argon2';
import { shared } from '@/lib/shared-state';

/** argon2id with the library's defaults (19 MiB, 2 passes), which are what OWASP recommends. */
export const hashPassword = (password: string): Promise<string> => hash(password);

/** A hash that no password has: compared with when there is no account, so that both take the same time. */
const nobodysHash = (): Promise<string> =>
  shared('nobodys-password-hash', () => hash(`${Math.random()}${Date.now()}`));

/** Whether the password is right. Without an account (`null`) it never is, after the same time. */
export async function verifyPassword(stored: string | null, given: string): Promise<boolean> {
  const right = await verify(stored ?? (await nobodysHash()), given);
  return right && stored !== null;
}
