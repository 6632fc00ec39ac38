import type { Random } from './random';

/** First-order lag: how a warm thing follows its setpoint. `tau` seconds to 63 % of the way. */
export const approach = (value: number, target: number, tau: number, dt: number): number =>
  target + (value - target) * Math.exp(-dt / tau);

/**
 * Ornstein-Uhlenbeck drift: wanders, but is drawn back to 0. Stationary deviation is `sigma`, memory is `tau` seconds.
 * Exact for any step, so that a history made in steps of 10 s looks like one lived in steps of 1 s.
 */
export function drift(value: number, sigma: number, tau: number, dt: number, random: Random): number {
  const keep = Math.exp(-dt / tau);
  return value * keep + sigma * Math.sqrt(1 - keep * keep) * random.normal();
}

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

export const round = (value: number, digits: number): number => Number(value.toFixed(digits));
