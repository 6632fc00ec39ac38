import { randomBytes } from 'node:crypto';
import { Problem } from '@/lib/problem';
import { readSession, type Session } from './read-session';
import { SESSION_COOKIES } from './session-cookie';
import { sealSessionToken } from './session-token';
import type { Account } from './sign-in';
import { signUp } from './sign-up';

export const PASSWORD = 'a long enough password';
export const freshEmail = () => `${randomBytes(6).toString('hex')}@plant.example`;
/** Each test comes from an address of its own: throttling of one must not touch another. */
export const freshAddress = () => `10.${[...randomBytes(3)].join('.')}`;

export async function person(): Promise<{ account: Account; email: string; session: Session }> {
  const email = freshEmail();
  const given = { email, password: PASSWORD, name: 'Nadia Amrani', workspaceName: 'Helio Pharma' };
  const account = await signUp(given, freshAddress());
  const session = await sessionOf(account);
  if (!session) throw new Error('no session after signing up');
  return { account, email, session };
}

export async function cookieOf(
  account: Account,
  name: (typeof SESSION_COOKIES)[number] = SESSION_COOKIES[1],
) {
  const token = { sub: account.id, sessionVersion: account.sessionVersion };
  return `theme=dark; ${name}=${await sealSessionToken(name, token)}`;
}
export const sessionOf = async (account: Account) => readSession({ cookie: await cookieOf(account) });

export const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof Problem) return error.code;
  throw new Error(`expected a problem, got ${String(error)}`);
};
