/**
 * By how much the clocks of a datasource's senders are ahead of ours (below zero: behind), told by the messages that
 * bring a time: what it is mostly, lately. One sample a second at most, so that it costs next to nothing.
 */
export type ClockOffset = {
  /** Milliseconds, the last ones; where the next one goes. */
  samples: number[];
  next: number;
  sampledAt: number;
  /** Sampled since it was last written down. */
  dirty: boolean;
  /** As written down; null: not known, or not one. */
  savedMs: number | null;
};

const SAMPLES = 15;
const SAMPLES_MIN = 5;
export const SAMPLE_EVERY_MS = 1_000;
/** Samples of one clock lie close together; those of a history that is sent later do not. */
const SPREAD_MS_MAX = 2_000;
const SPREAD_SHARE_MAX = 0.02;
const INT4_MAX = 2 ** 31 - 1;

export const newClockOffset = (savedMs: number | null): ClockOffset => ({
  samples: [],
  next: 0,
  sampledAt: 0,
  dirty: false,
  savedMs,
});

export function sampleClock(clock: ClockOffset, timeMs: number, arrivedMs: number): void {
  clock.samples[clock.next] = timeMs - arrivedMs;
  clock.next = (clock.next + 1) % SAMPLES;
  clock.sampledAt = arrivedMs;
  clock.dirty = true;
}

/** The offset in whole milliseconds; null: too few samples, or they contradict each other. */
export function estimateOffset({ samples }: ClockOffset): number | null {
  if (samples.length < SAMPLES_MIN) return null;
  const median = medianOf(samples);
  const spread = medianOf(samples.map((sample) => Math.abs(sample - median)));
  if (spread > Math.max(SPREAD_MS_MAX, Math.abs(median) * SPREAD_SHARE_MAX)) return null;
  return Math.round(Math.min(INT4_MAX, Math.max(-INT4_MAX, median)));
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
