import { describe, expect, it } from 'vitest';
import type { KeptDatasource } from '../retention/packed-days';
import { KEEP_ALL } from '../retention/schema';
import { daysUntil, makeForecast } from './forecast';

const TODAY = 20_000;

/** 1,000 readings a day in 2,000 bytes, and 100 bytes of summaries. */
const steady = (days: number, more: Partial<KeptDatasource> = {}): KeptDatasource => ({
  id: 'dsr_1',
  number: 1,
  name: 'Press',
  retention: null,
  hotBytes: 50_000,
  hotMessages: 10,
  countedAt: null,
  hotOldest: null,
  messagesPerDay: 0,
  readingsPerDay: 0,
  days: Array.from({ length: days }, (_, i) => ({
    day: TODAY - days + i,
    readings: 1_000,
    chunkBytes: 2_000,
    summaryBytes: 100,
    packedOn: TODAY,
  })),
  ...more,
});

describe('the forecast', () => {
  it('goes on as the last week went', () => {
    const { bytesIn } = makeForecast(steady(100), KEEP_ALL, TODAY);
    expect(bytesIn(0)).toBe(50_000 + 100 * 2_100);
    expect(bytesIn(30)).toBe(50_000 + 130 * 2_100);
  });

  it('levels out where what comes replaces what goes', () => {
    const { bytesIn } = makeForecast(steady(100), { rawDays: 100, summaryYears: null }, TODAY);
    expect(bytesIn(30)).toBe(50_000 + 100 * 2_000 + 130 * 100);
    expect(bytesIn(365)).toBe(50_000 + 100 * 2_000 + 465 * 100);
  });

  it('takes the rate of the last 24 hours while there is no week', () => {
    const { bytesIn } = makeForecast(steady(3, { readingsPerDay: 500 }), KEEP_ALL, TODAY);
    expect(bytesIn(10) - bytesIn(0)).toBe(10 * (500 * 2 + 100));
    const fresh = makeForecast(steady(0, { readingsPerDay: 1_000 }), KEEP_ALL, TODAY);
    expect(fresh.bytesIn(10)).toBeGreaterThan(50_000 + 10_000);
    expect(makeForecast(steady(0), KEEP_ALL, TODAY).bytesIn(365)).toBe(50_000);
  });

  it('takes who now sends far more than the last week as they send now', () => {
    const more = makeForecast(steady(100, { readingsPerDay: 100_000 }), KEEP_ALL, TODAY);
    expect(more.bytesIn(10) - more.bytesIn(0)).toBe(10 * (100_000 * 2 + 100_000 * 0.2));
    const busy = makeForecast(steady(100, { readingsPerDay: 1_900 }), KEEP_ALL, TODAY);
    expect(busy.bytesIn(10) - busy.bytesIn(0)).toBe(10 * 2_100);
  });

  it('expects nothing of a datasource that fell silent', () => {
    const silent = steady(100);
    const { bytesIn } = makeForecast(silent, KEEP_ALL, TODAY + 60);
    expect(bytesIn(365)).toBe(bytesIn(0));
  });

  it('finds the day on which so much is reached', () => {
    const forecasts = [
      makeForecast(steady(100), KEEP_ALL, TODAY),
      makeForecast(steady(100), KEEP_ALL, TODAY),
    ];
    const now = 2 * (50_000 + 100 * 2_100);
    expect(daysUntil(forecasts, now)).toBe(0);
    expect(daysUntil(forecasts, now + 10 * 4_200)).toBe(10);
    expect(daysUntil(forecasts, now + 1e9)).toBeUndefined();
  });
});
