import { describe, expect, it } from 'vitest';
import { jsonFormat } from '../json/json';
import { readWhole } from '../test-read';

const metric = (fields: object, more: object = {}) => ({
  name: 'cpu',
  tags: { host: 'a', cpu: 'cpu0' },
  fields,
  timestamp: 1_760_000_000,
  ...more,
});
const read = (document: unknown) => readWhole(jsonFormat, JSON.stringify(document));

describe("Telegraf's JSON", () => {
  it('is told by its looks, one metric or a batch; a moment of a measurement is a message [N1, N4]', () => {
    const readings = { 'cpu.usage_idle{cpu=cpu0,host=a}': 97.5, 'cpu.state{cpu=cpu0,host=a}': 'ok' };
    expect(read(metric({ usage_idle: 97.5, state: 'ok' })).messages).toEqual([{ timeMs: 1.76e12, readings }]);
    const other = metric({ used: 1, on: true, none: null }, { name: 'mem', tags: {} });
    expect(read({ metrics: [metric({ usage_idle: 97.5, state: 'ok' }), other] }).messages).toEqual([
      { timeMs: 1.76e12, readings },
      { timeMs: 1.76e12, readings: { 'mem.used': 1, 'mem.on': true } },
    ]);
  });

  it('is not mistaken for a message that has some of its names', () => {
    expect(read({ name: 'x', fields: { a: 1 }, timestamp: 1_760_000_000 }).messages[0]?.readings).toEqual({
      name: 'x',
      'fields.a': 1,
    });
    expect(read({ metrics: [1, 2] }).messages[0]?.readings).toEqual({ metrics: [1, 2] });
  });

  it('names what is wrong [F9]', () => {
    const { faults } = read({ metrics: [metric({ a: [1] }), metric({}, { timestamp: 'soon' })] });
    expect(faults.errors.map(({ pointer }) => pointer)).toEqual([
      '/metrics/0/fields/a',
      '/metrics/1/timestamp',
      '/metrics/1/fields',
    ]);
  });
});
