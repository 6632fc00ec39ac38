import { setTimeout as wait } from 'node:timers/promises';

const SLICE_MS = 3;
const REST_MS_MAX = 20;

/**
 * Packing a day works for seconds, in this process and in the database, and nobody waits for it. Called often, this
 * rests for as long as was worked since the last rest, so that whoever sends meanwhile hardly notices; while
 * there was little work yet it answers at once, without a promise.
 */
export function makeGiveWay(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    const worked = performance.now() - since;
    if (worked < SLICE_MS) return undefined;
    return wait(Math.min(worked, REST_MS_MAX)).then(() => {
      since = performance.now();
    });
  };
}
