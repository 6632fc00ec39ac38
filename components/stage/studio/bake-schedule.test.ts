import { describe, expect, it } from 'vitest';
import { BakeSchedule } from './bake-schedule';

describe('when content is baked', () => {
  it('is at once at first, and never without a change', () => {
    const schedule = new BakeSchedule(160);
    expect(schedule.due(0)).toBe(0);
    schedule.markBaked(0);
    expect(schedule.due(5000)).toBeNull();
  });

  it('is at once after a quiet time', () => {
    const schedule = new BakeSchedule(160);
    schedule.markBaked(0);
    schedule.markChanged();
    expect(schedule.due(1000)).toBe(0);
  });

  it('is a few times a second during a drag, and once after it', () => {
    const schedule = new BakeSchedule(160);
    schedule.markBaked(0);
    let bakes = 0;
    for (let now = 16; now <= 1000; now += 16) {
      schedule.markChanged();
      if (schedule.due(now) === 0) {
        bakes++;
        schedule.markBaked(now);
      }
    }
    expect(bakes).toBeLessThanOrEqual(6);
    schedule.markChanged();
    expect(schedule.due(1001)).toBeGreaterThan(0);
    expect(schedule.due(1200)).toBe(0);
  });
});
