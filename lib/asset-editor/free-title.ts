const TITLE_MAX = 80;

/** The title, or with the next number where it is taken: `Motor`, `Motor 2`, `Motor 3`. */
export function freeTitle(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  const base = wanted.replace(/ \d+$/, '');
  for (let number = 2; ; number++) {
    const suffix = ` ${number}`;
    const title = base.slice(0, TITLE_MAX - suffix.length) + suffix;
    if (!taken.includes(title)) return title;
  }
}
