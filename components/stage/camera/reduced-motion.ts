let query: MediaQueryList | undefined;

/** True where the reader asks for no motion; camera moves and cards then arrive at once. */
export function prefersReducedMotion(): boolean {
  if (typeof matchMedia !== 'function') return false;
  query ??= matchMedia('(prefers-reduced-motion: reduce)');
  return query.matches;
}
