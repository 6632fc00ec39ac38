/** What PostgreSQL can't store in a text: NUL, and halves of a surrogate pair. */
export const UNSTORABLE = /[\0\p{Surrogate}]/u;
const ALL_UNSTORABLE = /[\0\p{Surrogate}]/gu;

export const storableText = (text: string): string => text.replace(ALL_UNSTORABLE, '\ufffd');

/** The first characters of a text; never half of a surrogate pair. */
export function startOf(text: string, lengthMax: number): string {
  const start = text.slice(0, lengthMax);
  return /[\ud800-\udbff]$/.test(start) ? start.slice(0, -1) : start;
}

/** Whether all texts and keys inside a value can be stored. With a list of our own: JSON nests deeper than the stack reaches. */
export function isStorable(value: unknown): boolean {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string' && UNSTORABLE.test(next)) return false;
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, inner] of Object.entries(next)) {
      if (UNSTORABLE.test(key)) return false;
      open.push(inner);
    }
  }
  return true;
}
