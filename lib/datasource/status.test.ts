import { describe, expect, it } from 'vitest';
import { datasourceStatus, staleAfterMs, usualGapMs } from './status';

const NOW = 1_000_000_000;
const refusal = (at: number) => ({ at, code: 'invalid_reading', detail: '' });
const status = (lastMessageAt: number | null, lastRefusalAt: number | null = null) =>
  datasourceStatus({
    now: NOW,
    staleAfterMs: 60_000,
    lastMessageAt,
    lastRefusal: lastRefusalAt === null ? null : refusal(lastRefusalAt),
  });

describe('the status of a datasource', () => {
  it('is told by the age of its last message and what was refused since', () => {
    expect(status(null)).toBe('never');
    expect(status(NOW)).toBe('live');
    expect(status(NOW - 60_000)).toBe('live');
    expect(status(NOW - 60_001)).toBe('stale');
    expect(status(null, NOW)).toBe('error');
    expect(status(NOW - 90_000, NOW)).toBe('error');
    expect(status(NOW - 90_000, NOW - 95_000)).toBe('stale');
  });

  it('does not flicker between a good sender and a bad one', () => {
    expect(status(NOW - 900, NOW - 100)).toBe('live');
    expect(status(NOW - 6_000, NOW)).toBe('error');
  });
});

describe('when a datasource is stale', () => {
  const minute = (at: number, messages: number) => ({ minute: at * 60_000, messages });

  it('is ten of its usual gaps, at least a minute, or as its owner set it', () => {
    expect(staleAfterMs(null, null)).toBe(60_000);
    expect(staleAfterMs(null, 1_000)).toBe(60_000);
    expect(staleAfterMs(null, 60_000)).toBe(600_000);
    expect(staleAfterMs(5, 60_000)).toBe(5_000);
  });

  it('the usual gap is found from the minutes in which messages came [L5]', () => {
    expect(usualGapMs([])).toBeNull();
    expect(usualGapMs([minute(1, 40)])).toBeNull();
    expect(usualGapMs([minute(1, 60), minute(2, 60), minute(3, 60)])).toBe(1_000);
    expect(usualGapMs([minute(30, 1), minute(15, 1), minute(0, 1)])).toBe(15 * 60_000);
    // A night off does not count.
    expect(usualGapMs([minute(0, 6), minute(1, 6), minute(2, 6), minute(900, 6), minute(901, 6)])).toBe(
      10_000,
    );
  });
});
