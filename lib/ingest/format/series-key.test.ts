import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEY_LENGTH_MAX } from '../limits';
import { seriesKey, seriesSuffix } from './series-key';

const keyOf = (measurement: string, tags: [string, string][], field: string) =>
  seriesKey(measurement, field, seriesSuffix(tags));

describe('a series', () => {
  it('is named by measurement, field and sorted tags [N1]', () => {
    expect(
      keyOf(
        'cpu',
        [
          ['host', 'a'],
          ['cpu', 'cpu0'],
        ],
        'usage_idle',
      ),
    ).toBe('cpu.usage_idle{cpu=cpu0,host=a}');
    expect(keyOf('weather', [], 'temperature')).toBe('weather.temperature');
    expect(keyOf('up', [['job', 'node']], '')).toBe('up{job=node}');
    expect(keyOf('', [['mode', 'x']], 'load')).toBe('load{mode=x}');
  });

  it('loses tags without a value, and keeps dots of values [N1]', () => {
    expect(
      keyOf(
        'net',
        [
          ['ip', '10.0.0.1'],
          ['zone', ''],
        ],
        'up',
      ),
    ).toBe('net.up{ip=10.0.0.1}');
  });

  it('that reads too long is cut, and told apart by a digest [N3]', () => {
    const long = keyOf(
      'container',
      [
        ['image', 'x'.repeat(300)],
        ['z', '1'],
      ],
      'cpu',
    );
    const other = keyOf(
      'container',
      [
        ['image', 'x'.repeat(300)],
        ['z', '2'],
      ],
      'cpu',
    );
    expect(long).toHaveLength(KEY_LENGTH_MAX);
    expect(long.startsWith('container.cpu{image=xxx')).toBe(true);
    expect(long).not.toBe(other);
  });

  it('has a key of its own whatever its tags hold [N2]', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', '=', ',', '{', '}', '\\', '.'),
      minLength: 1,
      maxLength: 6,
    });
    const tags = fc.uniqueArray(fc.tuple(text, text), { selector: ([name]) => name, maxLength: 3 });
    const sorted = (given: [string, string][]) =>
      JSON.stringify([...given].sort(([a], [b]) => (a < b ? -1 : 1)));
    fc.assert(
      fc.property(tags, tags, (one, other) => {
        expect(seriesSuffix(one) === seriesSuffix(other)).toBe(sorted(one) === sorted(other));
        expect(seriesSuffix([...one].reverse())).toBe(seriesSuffix(one));
      }),
    );
  });
});
