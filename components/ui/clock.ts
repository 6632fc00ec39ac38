import { useSyncExternalStore } from 'react';

const TICK_MS = 1_000;
/** Less than this may be the time that the page took to arrive. */
const SKEW_MS_MIN = 5_000;

let skewMs = 0;
let now = 0;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

const read = () => Math.floor((Date.now() + skewMs) / TICK_MS) * TICK_MS;

/** The server's clock decides how old something is: a browser whose clock is wrong must not show wrong ages. */
export function syncClock(serverNow: number): void {
  const difference = serverNow - Date.now();
  skewMs = Math.abs(difference) < SKEW_MS_MIN ? 0 : difference;
}

/** The time by the server's clock, now. */
export const serverNow = (): number => Date.now() + skewMs;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    if (document.hidden) return;
    now = read();
    for (const notify of listeners) notify();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function snapshot(): number {
  if (timer === undefined || now === 0) now = read();
  return now;
}

/** The time, in whole seconds: one timer for everything that ages on the page, still while the tab is hidden. */
export const useNow = (): number => useSyncExternalStore(subscribe, snapshot, read);
