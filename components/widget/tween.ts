/** Shorter than two frames of readings would blur; longer than this and the figure lags behind the machine. */
export const TWEEN_MS = 180;

/** Quick at first, soft at the end, and exactly `to` when time is over. */
export function tween(from: number, to: number, elapsedMs: number): number {
  if (elapsedMs >= TWEEN_MS || !Number.isFinite(from) || !Number.isFinite(to)) return to;
  const left = 1 - Math.max(0, elapsedMs) / TWEEN_MS;
  return to + (from - to) * left ** 3;
}
