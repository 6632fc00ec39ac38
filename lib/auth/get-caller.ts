import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { PATH_HEADER } from '@/lib/request-headers';
import type { Caller } from './caller';
import { readSession, type Session } from './read-session';

// Layout, page and metadata of one request ask for the same session; Next hands all of them the same headers.
const asked = new WeakMap<object, Promise<Session | null>>();

/** The session behind the page that is being rendered; null when nobody is signed in. */
export async function findSession(): Promise<Session | null> {
  const received = await headers();
  const known = asked.get(received);
  if (known) return known;
  const reading = readSession(received);
  asked.set(received, reading);
  return reading;
}

/** The session behind the page that is being rendered; whoever is not signed in goes to sign in, and comes back. */
export async function getSession(): Promise<Session> {
  const session = await findSession();
  if (session) return session;
  const path = (await headers()).get(PATH_HEADER) ?? '/';
  redirect(path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`);
}

/** On whose behalf the page is rendered. First line of every page: `const caller = await getCaller();` */
export async function getCaller(): Promise<Caller> {
  return (await getSession()).caller;
}
