/** True where the reader asks for no motion; camera moves and cards then arrive at once. */
export const prefersReducedMotion = (): boolean =>
  typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;
