/**
 * One value per process, whoever asks.
 *
 * Code loaded by `server/` and code bundled by Next are two instances of the same module; what both
 * must share (database pool, live bus, ingest queue) therefore hangs on `globalThis`, and only here.
 */
export function shared<T>(name: string, create: () => T): T {
  const known = home<T>()[keyOf(name)];
  if (known !== undefined) return known;
  const made = create();
  home<T>()[keyOf(name)] = made;
  return made;
}

/**
 * The same, asked for once per module instance: for hot paths, where a look into the registry counts. Not for
 * what `takeShared` takes out.
 */
export function sharedOnce<T>(name: string, create: () => T): () => T {
  let known: T | undefined;
  return () => {
    known ??= shared(name, create);
    return known;
  };
}

/** Takes the value out, for whoever ends it; undefined when nobody has asked for it yet. */
export function takeShared<T>(name: string): T | undefined {
  const known = home<T>()[keyOf(name)];
  delete home<T>()[keyOf(name)];
  return known;
}

const keyOf = (name: string): symbol => Symbol.for(`twinnoverse.${name}`);
const home = <T>() => globalThis as unknown as Record<symbol, T | undefined>;
