import { encode } from 'next-auth/jwt';
import { SESSION_SECONDS_MAX, type SessionCookie, type SessionToken } from './session-cookie';
import { sessionSecret } from './session-secret';

/** Seals a session token as next-auth does, for a cookie of this name: a later read accepts either. */
export async function sealSessionToken(cookie: SessionCookie, token: SessionToken): Promise<string> {
  return encode({ token, salt: cookie, secret: await sessionSecret(), maxAge: SESSION_SECONDS_MAX });
}

/** How the browser must keep it. */
export const sessionCookieOptions = (cookie: SessionCookie) => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  path: '/',
  secure: cookie.startsWith('__Secure-'),
  maxAge: SESSION_SECONDS_MAX,
});
