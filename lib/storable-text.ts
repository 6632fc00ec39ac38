/** What PostgreSQL can't store in a text: NUL, and halves of a surrogate pair. */
export const UNSTORABLE = /[\0\p{Surrogate}]/u;
const ALL_UNSTORABLE = /[\0\p{Surrogate}]/gu;

export const storableText = (text: string): string => text.replace(ALL_UNSTORABLE, '\ufffd');

/** The first characters of a text; never half of a surrogate pair. */
export function startOf(text: string, lengthMax: number): string {
  const start = text.slice(0, lengthMax);
  return /[\ud800-\udbff]$/.test(start) ? start.slice(0, -1) : start;
}

/** What we store is some ten levels deep; thousands overflow the stack of whoever reads them. */
const LEVELS_MAX = 1_000;

/** Whether all texts and keys inside a value can be stored, and it nests no deeper than can be read again. */
export function isStorable(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > LEVELS_MAX) return false;
    const inner: unknown[] = [];
    for (const item of level) {
      if (typeof item === 'string' && UNSTORABLE.test(item)) return false;
      if (typeof item !== 'object' || item === null) continue;
      for (const [key, one] of Object.entries(item)) {
        if (UNSTORABLE.test(key)) return false;
        inner.push(one);
      }
    }
    level = inner;
  }
  return true;
}
