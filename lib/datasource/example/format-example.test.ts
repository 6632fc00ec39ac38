import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatExample } from './format-example';

describe('formatExample', () => {
  it('keeps what is short on one line', () => {
    const body = {
      bearing: { temperature: 42.5 },
      production_output: { machines: ['Machine A', 'Machine B'], units_per_hour: [112, 124] },
      motor_stats: { rpm: 1500, vibration: 0.75 },
    };
    expect(formatExample(body)).toBe(`{
  "bearing": { "temperature": 42.5 },
  "production_output": {
    "machines": ["Machine A", "Machine B"],
    "units_per_hour": [112, 124]
  },
  "motor_stats": {
    "rpm": 1500,
    "vibration": 0.75
  }
}`);
  });

  it('breaks what is long', () => {
    const lines = formatExample({ a: Array.from({ length: 20 }, (_, i) => `value ${i}`) }).split('\n');
    expect(lines).toHaveLength(24);
  });

  it('is the same JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (body) => {
        expect(JSON.parse(formatExample(body))).toEqual(JSON.parse(JSON.stringify(body)));
      }),
    );
  });
});
