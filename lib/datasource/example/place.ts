export type Json = { [key: string]: unknown };

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export type Leaf = { path: readonly string[]; value: unknown };

/** The values inside an object with the way to each; anything else is a leaf itself. */
export function leavesOf(value: unknown, path: readonly string[], split: (key: string) => string[]): Leaf[] {
  if (!isObject(value)) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, ...split(key)], split));
}

// Defined, not assigned: a data key may be called `__proto__`.
const define = (object: Json, key: string, value: unknown): void => {
  Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
};

/** Puts a leaf into a body. False when something of another form is already there or in the way. */
export function place(body: Json, { path, value }: Leaf): boolean {
  let at = body;
  for (const key of path.slice(0, -1)) {
    if (!Object.hasOwn(at, key)) define(at, key, {});
    const next = at[key];
    if (!isObject(next)) return false;
    at = next;
  }
  const last = path.at(-1);
  if (last === undefined) return false;
  if (!Object.hasOwn(at, last)) {
    define(at, last, value);
    return true;
  }
  const known = at[last];
  return !isObject(known) && Array.isArray(known) === Array.isArray(value);
}

/** What a body holds at a path; undefined when the way ends before. */
export function valueAt(body: Json, path: readonly string[]): unknown {
  let at: unknown = body;
  for (const key of path) {
    if (!isObject(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return at;
}
