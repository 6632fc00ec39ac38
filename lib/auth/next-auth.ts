import NextAuth, { CredentialsSignin, type NextAuthConfig } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { prisma } from '@/lib/database';
import { log } from '@/lib/log';
import { Problem } from '@/lib/problem';
import { clientAddress } from './client-address';
import { signInSchema } from './schema';
import { SESSION_SECONDS_MAX } from './session-cookie';
import { sessionSecret } from './session-secret';
import { checkSignIn } from './sign-in';

/** Thrown by `signIn` when there were too many wrong passwords. */
export class TooManyTries extends CredentialsSignin {
  override code = 'too_many_requests';
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super();
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const password = Credentials({
  credentials: { email: {}, password: {} },
  async authorize(raw, request) {
    const given = signInSchema.safeParse(raw);
    if (!given.success) return null;
    try {
      return await checkSignIn(given.data, clientAddress(request.headers));
    } catch (error) {
      if (error instanceof Problem && error.code === 'too_many_requests')
        throw new TooManyTries(error.options.retryAfterSeconds ?? 60);
      throw error;
    }
  },
});

async function isCurrent(userId: string | undefined, sessionVersion: unknown): Promise<boolean> {
  if (!userId || typeof sessionVersion !== 'number') return false;
  return (await prisma().user.count({ where: { id: userId, sessionVersion } })) === 1;
}

const callbacks = {
  async jwt({ token, user }) {
    // Only what read-session.ts needs: e-mail and name may change, so they are read from the database each time.
    if (user?.id && 'sessionVersion' in user) return { sub: user.id, sessionVersion: user.sessionVersion };
    return (await isCurrent(token.sub, token.sessionVersion)) ? token : null;
  },
} satisfies NextAuthConfig['callbacks'];

/**
 * Sign-in with e-mail and password, called from server actions only: next-auth's own routes are not served. Sessions
 * are sealed cookies; read-session.ts reads them everywhere.
 */
export const { signIn, signOut } = NextAuth(async () => ({
  secret: await sessionSecret(),
  trustHost: true,
  session: { strategy: 'jwt', maxAge: SESSION_SECONDS_MAX },
  pages: { signIn: '/sign-in' },
  providers: [password],
  callbacks,
  logger: {
    error(error) {
      // A wrong password is no error of ours, and must not fill the log with stack traces.
      if (error instanceof CredentialsSignin || error.name === 'CredentialsSignin') return;
      log().error({ err: error }, 'next-auth');
    },
    warn: (code) => log().warn({ code }, 'next-auth'),
    debug: () => {},
  },
}));
