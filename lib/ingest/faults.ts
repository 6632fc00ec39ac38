import type { FieldError } from '@/lib/problem';
import { ERRORS_MAX } from './limits';

/** Faults found in one body. The first ones are named, the rest is counted. */
export class Faults {
  readonly errors: FieldError[] = [];
  count = 0;

  /** @param path from the body's root: positions and keys */
  add(path: readonly (string | number)[], detail: string): void {
    this.count += 1;
    if (this.errors.length < ERRORS_MAX) this.errors.push({ pointer: jsonPointer(path), detail });
  }
}

/** RFC 6901. */
export const jsonPointer = (path: readonly (string | number)[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
