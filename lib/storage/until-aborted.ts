/** The chunks of a source until the signal ends it: at once, also when the sender has fallen silent. */
export async function* untilAborted<T>(source: AsyncIterable<T>, signal?: AbortSignal): AsyncGenerator<T> {
  if (!signal) return yield* source;
  const iterator = source[Symbol.asyncIterator]();
  let leave: (reason: unknown) => void = () => {};
  const abort = () => leave(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    while (true) {
      signal.throwIfAborted();
      // Not a race with one promise for all: that would hold every chunk until its end.
      const next = await new Promise<IteratorResult<T>>((resolve, reject) => {
        leave = reject;
        iterator.next().then(resolve, reject);
      });
      if (next.done) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', abort);
    // Not awaited: a silent source never answers.
    void Promise.resolve(iterator.return?.()).catch(() => {});
  }
}
