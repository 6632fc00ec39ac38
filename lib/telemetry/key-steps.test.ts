import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keySteps } from './key-steps';

describe('the steps of a data key', () => {
  it.each([
    ['temperature', ['temperature']],
    ['motor.rpm', ['motor', 'rpm']],
    ['up{instance=10.0.0.1:9090}', ['up{instance=10.0.0.1:9090}']],
    ['press.force{host=a.b,path=\\}x.y}.count', ['press', 'force{host=a.b,path=\\}x.y}', 'count']],
    ['a{b.c', ['a{b.c']],
  ])('of %s', (key, steps) => expect(keySteps(key)).toEqual(steps));

  it('joined are the key', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '.', '{', '}', '\\', '=') });
    fc.assert(
      fc.property(text, (key) => {
        expect(keySteps(key).join('.')).toBe(key);
      }),
    );
  });
});
