/** Where to go after signing in: only a path of our own, never another site's address. */
export function safeNext(next: string | undefined): string {
  if (!next?.startsWith('/') || next.length > 2_000) return '/';
  try {
    const url = new URL(next, 'http://here.invalid');
    // `//evil.example`, `/\evil.example` and the like all leave this origin.
    return url.origin === 'http://here.invalid' && !url.pathname.startsWith('/sign-')
      ? url.pathname + url.search + url.hash
      : '/';
  } catch {
    return '/';
  }
}
