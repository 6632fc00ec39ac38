import { type Problem, problem } from '@/lib/problem';

export function tooLarge(bytesMax: number, bytes?: number): Problem {
  const size = bytes === undefined ? 'more' : `${bytes.toLocaleString('en')} bytes`;
  return problem('too_large', {
    detail: `A body may have at most ${bytesMax.toLocaleString('en')} bytes; this one has ${size}. Send it in parts.`,
  });
}
