import { describe, expect, it } from 'vitest';
import { isAlertMet, metValue } from './evaluate-alert';
import { type AlertSettings, alertSettingsSchema } from './schema';

const alert = (given: Partial<AlertSettings>) => alertSettingsSchema.parse({ enabled: true, ...given });

describe('the documented conditions', () => {
  it.each([
    ['greater_than', 80, 80.1, true],
    ['greater_than', 80, 80, false],
    ['less_than', 10, 9.9, true],
    ['less_than', 10, 10, false],
    ['equal_to', 1, 1, true],
    ['equal_to', 1, 1.0001, false],
    ['equal_to', 'FAULT', 'FAULT', true],
    ['equal_to', 'FAULT', 'RUN', false],
    ['equal_to', 'true', true, true],
    ['equal_to', 0, false, false],
    ['equal_to', '42.50', 42.5, true],
    ['greater_than', '80', 81, true],
    ['greater_than', 80, '81.5', true],
    ['greater_than', 80, 'N/A', false],
    ['greater_than', -1, '', false],
    ['less_than', 5, true, false],
    ['greater_than', 80, Number.NaN, false],
    ['less_than', 80, Number.NaN, false],
  ] as const)('%s %s with %s: %s', (condition, value, reading, met) => {
    expect(isAlertMet(alert({ condition, value }), [reading])).toBe(met);
  });

  it('is met by any of several values, and names it', () => {
    const settings = alert({ condition: 'greater_than', value: 100 });
    expect(metValue(settings, [12, 130, 200])).toBe(130);
    expect(metValue(settings, [12, null, undefined])).toBeUndefined();
  });

  it('is met by nothing while alerts are off', () => {
    expect(isAlertMet(alertSettingsSchema.parse({ value: 0 }), [5])).toBe(false);
  });
});
