import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { prisma } from '@/lib/database';
import { resetEnv } from '@/lib/env';
import { newId } from '@/lib/ids';
import { Problem } from '@/lib/problem';
import { useTestDatabase } from '@/lib/test-database';
import { accountLoss } from './account-loss';
import type { Caller } from './caller';
import { changePassword } from './change-password';
import { deleteAccount } from './delete-account';
import { readSession, type Session } from './read-session';
import { SESSION_COOKIES } from './session-cookie';
import { sealSessionToken } from './session-token';
import { type Account, checkSignIn } from './sign-in';
import { isSignUpOpen, signUp } from './sign-up';

useTestDatabase();

const PASSWORD = 'a long enough password';
const freshEmail = () => `${randomBytes(6).toString('hex')}@plant.example`;
/** Each test comes from an address of its own: throttling of one must not touch another. */
const freshAddress = () => `10.${[...randomBytes(3)].join('.')}`;

async function person(): Promise<{ account: Account; email: string; session: Session }> {
  const email = freshEmail();
  const given = { email, password: PASSWORD, name: 'Nadia Amrani', workspaceName: 'Helio Pharma' };
  const account = await signUp(given, freshAddress());
  const session = await sessionOf(account);
  if (!session) throw new Error('no session after signing up');
  return { account, email, session };
}

async function cookieOf(account: Account, name: (typeof SESSION_COOKIES)[number] = SESSION_COOKIES[1]) {
  const token = { sub: account.id, sessionVersion: account.sessionVersion };
  return `theme=dark; ${name}=${await sealSessionToken(name, token)}`;
}
const sessionOf = async (account: Account) => readSession({ cookie: await cookieOf(account) });

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof Problem) return error.code;
  throw new Error(`expected a problem, got ${String(error)}`);
};

describe('signing up', () => {
  it('makes an account that owns a workspace of its own', async () => {
    const { session, email } = await person();
    expect(session.user).toMatchObject({ email, name: 'Nadia Amrani' });
    expect(session.workspace.name).toBe('Helio Pharma');
    expect(session.caller).toMatchObject({ role: 'owner', workspaceId: session.workspace.id });
  });

  it('keeps no password, only its hash', async () => {
    const { account } = await person();
    const row = await prisma().user.findUniqueOrThrow({ where: { id: account.id } });
    expect(row.passwordHash).toMatch(/^\$argon2id\$/);
    expect(JSON.stringify(row)).not.toContain(PASSWORD);
  });

  it('refuses an e-mail that is taken', async () => {
    const { email } = await person();
    const again = { email, password: 'another password', name: 'B', workspaceName: 'B' };
    expect(await codeOf(signUp(again, freshAddress()))).toBe('conflict');
  });

  it('is limited per address', async () => {
    const address = freshAddress();
    const make = () =>
      signUp({ email: freshEmail(), password: PASSWORD, name: 'A', workspaceName: 'A' }, address);
    for (let i = 0; i < 10; i++) await make();
    expect(await codeOf(make())).toBe('too_many_requests');
  });

  it('closed: is open while there is no account, then never again, also not for two at once', async () => {
    process.env.SIGN_UP = 'closed';
    resetEnv();
    try {
      await prisma().$executeRaw`truncate user_account cascade`;
      expect(await isSignUpOpen()).toBe(true);
      const tries = [1, 2, 3].map(() =>
        signUp({ email: freshEmail(), password: PASSWORD, name: 'A', workspaceName: 'A' }, freshAddress()),
      );
      const outcomes = await Promise.allSettled(tries);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await prisma().user.count()).toBe(1);
      expect(await isSignUpOpen()).toBe(false);
    } finally {
      delete process.env.SIGN_UP;
      resetEnv();
    }
  });
});

describe('signing in', () => {
  it('answers the same for a wrong password and for nobody', async () => {
    const { email } = await person();
    expect(await checkSignIn({ email, password: 'wrong' }, freshAddress())).toBeNull();
    expect(await checkSignIn({ email: freshEmail(), password: 'wrong' }, freshAddress())).toBeNull();
  });

  it('takes as long for nobody as for somebody', async () => {
    const { email } = await person();
    const timeOf = async (who: string) => {
      const begun = performance.now();
      await checkSignIn({ email: who, password: 'wrong' }, freshAddress());
      return performance.now() - begun;
    };
    await timeOf(freshEmail()); // the hash that nobody has is made once
    const somebody = await timeOf(email);
    const nobody = await timeOf(freshEmail());
    // Without the comparison it would be some hundred times quicker.
    expect(nobody).toBeGreaterThan(somebody / 5);
  });

  it('stops after five wrong passwords for one account from one address, existing or not', async () => {
    const { email } = await person();
    for (const account of [email, freshEmail()]) {
      const address = freshAddress();
      for (let i = 0; i < 5; i++)
        expect(await checkSignIn({ email: account, password: 'wrong' }, address)).toBeNull();
      const refused = await checkSignIn({ email: account, password: PASSWORD }, address).catch(
        (e: unknown) => e,
      );
      expect(refused).toMatchObject({ code: 'too_many_requests' });
      expect((refused as Problem).options.retryAfterSeconds).toBeGreaterThan(60);
    }
    expect(await checkSignIn({ email, password: PASSWORD }, freshAddress())).toMatchObject({ email });
  });

  it('counts tries that run at once', async () => {
    const { email } = await person();
    const address = freshAddress();
    const tries = Array.from({ length: 12 }, () => checkSignIn({ email, password: 'wrong' }, address));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  });

  it('forgets wrong tries once the password was right', async () => {
    const { email } = await person();
    const address = freshAddress();
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 4; i++) await checkSignIn({ email, password: 'wrong' }, address);
      expect(await checkSignIn({ email, password: PASSWORD }, address)).not.toBeNull();
    }
  });

  it('stops an address that tries many accounts', async () => {
    const address = freshAddress();
    for (let i = 0; i < 40; i++) await checkSignIn({ email: freshEmail(), password: 'x' }, address);
    expect(await codeOf(checkSignIn({ email: freshEmail(), password: 'x' }, address))).toBe(
      'too_many_requests',
    );
  }, 60_000);
});

describe('a session', () => {
  it('is read from either cookie, from Headers and from plain headers', async () => {
    const { account, email } = await person();
    for (const name of SESSION_COOKIES) {
      const cookie = await cookieOf(account, name);
      expect((await readSession({ cookie }))?.user.email).toBe(email);
      expect((await readSession(new Headers({ cookie })))?.user.email).toBe(email);
    }
  });

  it.each([
    ['nothing', ''],
    ['another cookie', 'theme=dark'],
    ['no token', 'authjs.session-token='],
    ['an invented token', 'authjs.session-token=eyJhbGciOiJkaXIifQ..a.b.c'],
    ['a token without encryption', 'authjs.session-token=eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.'],
  ])('is none with %s', async (_, cookie) => {
    expect(await readSession({ cookie })).toBeNull();
  });

  it('is none when the token was sealed for the other cookie', async () => {
    const { account } = await person();
    const [secure, plain] = SESSION_COOKIES;
    const sealed = await sealSessionToken(secure, { sub: account.id, sessionVersion: 1 });
    expect(await readSession({ cookie: `${plain}=${sealed}` })).toBeNull();
  });

  it('ends when the membership is lost', async () => {
    const { account, session } = await person();
    await prisma().membership.deleteMany({ where: { workspaceId: session.workspace.id } });
    expect(await sessionOf(account)).toBeNull();
  });
});

describe('changing the password', () => {
  it('ends the other sessions; the new version goes on', async () => {
    const { account, email, session } = await person();
    const next = 'another long password';
    const changed = await changePassword(session.caller, { current: PASSWORD, next }, freshAddress());
    expect(await sessionOf(account)).toBeNull();
    expect(await sessionOf({ ...account, ...changed })).not.toBeNull();
    expect(await checkSignIn({ email, password: PASSWORD }, freshAddress())).toBeNull();
    expect(await checkSignIn({ email, password: next }, freshAddress())).not.toBeNull();
  });

  it('asks for the current one, and only so often', async () => {
    const { account, session } = await person();
    const address = freshAddress();
    const tryOnce = () =>
      changePassword(session.caller, { current: 'wrong', next: 'another long password' }, address);
    for (let i = 0; i < 5; i++) expect(await codeOf(tryOnce())).toBe('invalid_request');
    expect(await codeOf(tryOnce())).toBe('too_many_requests');
    expect(await sessionOf(account)).not.toBeNull();
  });
});

describe('deleting the account', () => {
  async function fill(caller: Caller): Promise<number> {
    const datasource = await prisma().datasource.create({
      data: { id: newId('datasource'), workspaceId: caller.workspaceId, type: 'api_ingest', name: 'Press' },
    });
    await prisma()
      .$executeRaw`insert into message (datasource, shape, time, numbers) values (${datasource.number}, 1, now(), '{1}')`;
    return datasource.number;
  }
  const messagesOf = async (number: number) => {
    const rows = await prisma().$queryRaw<
      { count: number }[]
    >`select count(*)::int from message where datasource = ${number}`;
    return rows[0]?.count;
  };

  it('says what is lost, asks the password, and takes the workspace with its readings along', async () => {
    const { account, session } = await person();
    const number = await fill(session.caller);
    expect(await accountLoss(session.caller)).toMatchObject({
      workspaces: [{ name: 'Helio Pharma' }],
      datasources: 1,
      otherMembers: 0,
    });
    expect(await codeOf(deleteAccount(session.caller, { password: 'wrong' }, freshAddress()))).toBe(
      'invalid_request',
    );
    expect(await sessionOf(account)).not.toBeNull();

    await deleteAccount(session.caller, { password: PASSWORD }, freshAddress());
    expect(await sessionOf(account)).toBeNull();
    expect(await prisma().workspace.findUnique({ where: { id: session.workspace.id } })).toBeNull();
    expect(await messagesOf(number)).toBe(0);
  });

  it('leaves a workspace that someone else owns too, and other workspaces', async () => {
    const [leaving, staying] = [await person(), await person()];
    const shared = leaving.session.workspace.id;
    await prisma().membership.create({
      data: { userId: staying.account.id, workspaceId: shared, role: 'owner' },
    });
    const number = await fill(leaving.session.caller);
    expect((await accountLoss(leaving.session.caller)).workspaces).toEqual([]);

    await deleteAccount(leaving.session.caller, { password: PASSWORD }, freshAddress());
    expect(await prisma().workspace.findUnique({ where: { id: shared } })).not.toBeNull();
    expect(await messagesOf(number)).toBe(1);
    expect(await sessionOf(staying.account)).not.toBeNull();
  });
});
