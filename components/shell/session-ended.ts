import { ApiProblem } from '@/lib/api-client';

/** When a request failed because the session is over, goes to sign in and comes back to this page. Returns whether it did. */
export function leaveWhenSessionEnded(error: unknown): boolean {
  if (!(error instanceof ApiProblem) || error.code !== 'unauthenticated') return false;
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`);
  return true;
}
