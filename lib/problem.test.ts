import { expect, it, vi } from 'vitest';
import { Problem, problem } from './problem';

it('knows a problem of the other copy of this module: server and Next have one each, and share promises', async () => {
  vi.resetModules();
  const other = await import('./problem');
  expect(other.problem).not.toBe(problem);
  expect(other.problem('not_found')).toBeInstanceOf(Problem);
  expect(problem('not_found')).toBeInstanceOf(other.Problem);
  expect(new Error('not_found')).not.toBeInstanceOf(Problem);
  expect(null).not.toBeInstanceOf(Problem);
});
