import { expect, it } from 'vitest';
import { splitTarget } from './split-target';

it('keeps the whole query of a kept request', () => {
  expect(splitTarget('/api/v2/write')).toEqual({ path: '/api/v2/write', query: '' });
  expect(splitTarget('/write?db=a?b&precision=ms')).toEqual({ path: '/write', query: 'db=a?b&precision=ms' });
});
