import { describe, expect, it } from 'vitest';
import { estimateOffset, newClockOffset, sampleClock } from './clock-offset';

const NOW = Date.UTC(2026, 10, 24);

function offsetOf(offsets: readonly number[]): number | null {
  const clock = newClockOffset(null);
  for (const [i, offset] of offsets.entries()) {
    const arrivedMs = NOW + i * 1000;
    sampleClock(clock, arrivedMs + offset, arrivedMs);
  }
  return estimateOffset(clock);
}

describe('the offset of a clock [L6]', () => {
  it('is what it mostly is, whatever a few messages say', () => {
    expect(offsetOf([3000, 3010, 2990, 3005, 3000])).toBe(3000);
    expect(offsetOf([-90, -100, -110, -3_600_000, -100, 500_000, -95, -105])).toBe(-100);
  });

  it('follows a clock that was set', () => {
    expect(offsetOf([...Array(30).fill(60_000), ...Array(10).fill(20)])).toBe(20);
  });

  it('is not known from few messages, nor from a history that is sent later', () => {
    expect(offsetOf([3000, 3000, 3000, 3000])).toBeNull();
    expect(offsetOf(Array.from({ length: 15 }, (_, i) => -86_400_000 + i * 3_600_000))).toBeNull();
  });

  it('fits into the database', () => {
    expect(offsetOf(Array(5).fill(-(10 ** 12)))).toBe(-(2 ** 31 - 1));
  });
});
