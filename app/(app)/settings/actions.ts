'use server';

import { revalidatePath } from 'next/cache';
import { cookies, headers } from 'next/headers';
import { z } from 'zod';
import type { Caller } from '@/lib/auth/caller';
import { changePassword } from '@/lib/auth/change-password';
import { clientAddress } from '@/lib/auth/client-address';
import { deleteAccount } from '@/lib/auth/delete-account';
import { type FormOutcome, outcomeOfIssues, outcomeOfProblem } from '@/lib/auth/form-outcome';
import { signOut } from '@/lib/auth/next-auth';
import { readSession } from '@/lib/auth/read-session';
import { givenPasswordSchema, nameSchema, passwordChangeSchema } from '@/lib/auth/schema';
import { SESSION_COOKIES } from '@/lib/auth/session-cookie';
import { sealSessionToken, sessionCookieOptions } from '@/lib/auth/session-token';
import { updateProfile } from '@/lib/auth/update-profile';
import { renameWorkspace } from '@/lib/workspace/rename-workspace';

/** Who is signed in, what is given, then the work: each action of this page in that order. */
async function act<S extends z.ZodType>(
  schema: S,
  given: unknown,
  work: (caller: Caller, given: z.infer<S>) => Promise<void>,
): Promise<FormOutcome> {
  const session = await readSession(await headers());
  if (!session) return { ok: false, code: 'unauthenticated' };
  const parsed = schema.safeParse(given);
  if (!parsed.success) return outcomeOfIssues(parsed.error.issues);
  try {
    await work(session.caller, parsed.data);
    return { ok: true };
  } catch (error) {
    return outcomeOfProblem(error);
  }
}

const nameForm = z.object({ name: nameSchema });

export async function saveProfile(given: { name: string }): Promise<FormOutcome> {
  return act(nameForm, given, async (caller, profile) => {
    await updateProfile(caller, profile);
    revalidatePath('/', 'layout');
  });
}

export async function saveWorkspace(given: { name: string }): Promise<FormOutcome> {
  return act(nameForm, given, async (caller, { name }) => {
    await renameWorkspace(caller, name);
    revalidatePath('/', 'layout');
  });
}

/** Ends all other sessions; this one goes on with a cookie of the new version. */
export async function savePassword(given: { current: string; next: string }): Promise<FormOutcome> {
  return act(passwordChangeSchema, given, async (caller, change) => {
    const address = clientAddress(await headers());
    const { sessionVersion } = await changePassword(caller, change, address);
    const jar = await cookies();
    const name = SESSION_COOKIES.find((candidate) => jar.has(candidate)) ?? SESSION_COOKIES[1];
    const token = await sealSessionToken(name, { sub: caller.userId, sessionVersion });
    jar.set(name, token, sessionCookieOptions(name));
  });
}

export async function removeAccount(given: { password: string }): Promise<FormOutcome> {
  return act(z.object({ password: givenPasswordSchema }), given, async (caller, { password }) => {
    await deleteAccount(caller, { password }, clientAddress(await headers()));
    await signOut({ redirect: false });
  });
}
