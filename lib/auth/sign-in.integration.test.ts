import { describe, expect, it } from 'vitest';
import { prisma } from '@/lib/database';
import { resetEnv } from '@/lib/env';
import type { Problem } from '@/lib/problem';
import { useTestDatabase } from '@/lib/test-database';
import { checkSignIn } from './sign-in';
import { isSignUpOpen, signUp } from './sign-up';
import { codeOf, freshAddress, freshEmail, PASSWORD, person } from './test-person';

useTestDatabase();

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
