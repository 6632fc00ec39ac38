import { describe, expect, it } from 'vitest';
import { prisma } from '@/lib/database';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/test-database';
import { accountLoss } from './account-loss';
import type { Caller } from './caller';
import { changePassword } from './change-password';
import { deleteAccount } from './delete-account';
import { readSession } from './read-session';
import { SESSION_COOKIES } from './session-cookie';
import { sealSessionToken } from './session-token';
import { checkSignIn } from './sign-in';
import { codeOf, cookieOf, freshAddress, PASSWORD, person, sessionOf } from './test-person';

useTestDatabase();

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
