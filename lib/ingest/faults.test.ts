import { expect, it } from 'vitest';
import { Faults } from './faults';

it('names places by JSON pointer, in words that stay short however long names are [F9]', () => {
  const faults = new Faults();
  faults.add(['a/b', 0, 'c~d'], 'It is odd.');
  faults.add(['x'.repeat(1_000_000)], 'It is long.');
  expect(faults.errors[0]).toEqual({ pointer: '/a~1b/0/c~0d', detail: 'It is odd.' });
  expect(JSON.stringify(faults.errors).length).toBeLessThan(2_000);
  expect(faults.problem().message).toBe('/a~1b/0/c~0d: It is odd. (and 1 more)');
});
