import { expect, it } from 'vitest';
import { Interests } from './interests';

const some = { whole: false, now: 0 };

it('is wanted as long as any process wants it', () => {
  const interests = new Interests();
  expect(interests.want('a', ['x', 'y'], some)).toEqual(['x', 'y']);
  expect(interests.want('b', ['x'], some)).toEqual(['x']);
  expect(interests.want('b', ['x'], some)).toEqual([]);
  interests.leave('a', ['x', 'never']);
  expect([interests.has('x'), interests.has('y')]).toEqual([true, true]);
  interests.drop('b');
  expect([interests.has('x'), interests.has('y')]).toEqual([false, true]);
});

it('takes a whole list for all that is wanted', () => {
  const interests = new Interests();
  interests.want('a', ['x', 'y'], some);
  expect(interests.want('a', ['y', 'z'], { whole: true, now: 1 })).toEqual(['z']);
  expect(['x', 'y', 'z'].map((id) => interests.has(id))).toEqual([false, true, true]);
});

it('forgets a process that says nothing any more, as it was killed', () => {
  const interests = new Interests();
  interests.want('killed', ['x'], { whole: true, now: 0 });
  interests.want('alive', ['y'], { whole: true, now: 0 });
  interests.want('alive', ['y'], { whole: true, now: 90_000 });
  interests.dropSilent(106_000);
  expect([interests.has('x'), interests.has('y')]).toEqual([false, true]);
});
