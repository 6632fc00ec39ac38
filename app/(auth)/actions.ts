'use server';

import { headers } from 'next/headers';
import { CredentialsSignin } from 'next-auth';
import { clientAddress } from '@/lib/auth/client-address';
import { type FormOutcome, outcomeOfIssues, outcomeOfProblem } from '@/lib/auth/form-outcome';
import { signIn, signOut, TooManyTries } from '@/lib/auth/next-auth';
import { type SignIn, type SignUp, signInSchema, signUpSchema } from '@/lib/auth/schema';
import { signUp } from '@/lib/auth/sign-up';

/** Signs in; the answer is the same whether the account does not exist or the password is wrong. */
export async function signInAction(given: SignIn): Promise<FormOutcome> {
  const parsed = signInSchema.safeParse(given);
  if (!parsed.success) return outcomeOfIssues(parsed.error.issues);
  return openSession(parsed.data);
}

export async function signUpAction(given: SignUp): Promise<FormOutcome> {
  const parsed = signUpSchema.safeParse(given);
  if (!parsed.success) return outcomeOfIssues(parsed.error.issues);
  try {
    await signUp(parsed.data, clientAddress(await headers()));
  } catch (error) {
    return outcomeOfProblem(error);
  }
  return openSession(parsed.data);
}

export async function signOutAction(): Promise<void> {
  await signOut({ redirect: false });
}

async function openSession({ email, password }: SignIn): Promise<FormOutcome> {
  try {
    await signIn('credentials', { email, password, redirect: false });
    return { ok: true };
  } catch (error) {
    if (error instanceof TooManyTries)
      return { ok: false, code: 'too_many_requests', retryAfterSeconds: error.retryAfterSeconds };
    if (error instanceof CredentialsSignin) return { ok: false, code: 'wrong_credentials' };
    throw error;
  }
}
