import { setImmediate } from 'node:timers/promises';

const SLICE_MS = 3;

/**
 * Packing a day computes for seconds. Called often, this lets whatever else waits in the process (requests above all) go
 * first every few milliseconds; in between it answers at once, without a promise.
 */
export function makeGiveWay(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < SLICE_MS) return undefined;
    return setImmediate().then(() => {
      since = performance.now();
    });
  };
}
