/** Names of the session cookie as next-auth sets it: over http, and over https (browsers demand TLS for `__Secure-`). */
export const SESSION_COOKIES = ['__Secure-authjs.session-token', 'authjs.session-token'] as const;
export type SessionCookie = (typeof SESSION_COOKIES)[number];

/** A session ends this long after signing in. */
export const SESSION_SECONDS_MAX = 30 * 24 * 60 * 60;

/** What a session token holds, sealed: whose it is, and of which version (a change of password raises it). */
export type SessionToken = { sub: string; sessionVersion: number };
