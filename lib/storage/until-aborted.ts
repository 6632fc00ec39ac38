/** The chunks of a source until the signal ends it: at once, also when the sender has fallen silent. */
export async function* untilAborted<T>(source: AsyncIterable<T>, signal?: AbortSignal): AsyncGenerator<T> {
  if (!signal) return yield* source;
  const iterator = source[Symbol.asyncIterator]();
  let leave = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    leave = () => reject(signal.reason);
  });
  aborted.catch(() => {}); // it may come while nobody is waiting
  signal.addEventListener('abort', leave, { once: true });
  try {
    while (true) {
      signal.throwIfAborted();
      const next = await Promise.race([iterator.next(), aborted]);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', leave);
    // Not awaited: a silent source never answers.
    void Promise.resolve(iterator.return?.()).catch(() => {});
  }
}
