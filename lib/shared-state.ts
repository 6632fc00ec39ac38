/**
 * One value per process, whoever asks.
 *
 * Code loaded by `server/` and code bundled by Next are two instances of the same module; what both
 * must share (database pool, live bus, ingest queue) therefore hangs on `globalThis`, and only here.
 */
export function shared<T>(name: string, create: () => T): T {
  const key = Symbol.for(`twinnoverse.${name}`);
  const home = globalThis as unknown as Record<symbol, T | undefined>;
  const known = home[key];
  if (known !== undefined) return known;
  const made = create();
  home[key] = made;
  return made;
}
