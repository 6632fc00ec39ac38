import { type FieldError, type Problem, problem } from '@/lib/problem';
import { ERRORS_MAX } from './limits';

/** Of a pointer, as it is told: names of a hostile body may be megabytes. */
const POINTER_LENGTH_MAX = 500;

/**
 * Faults found in one body. The first ones are named, the rest is counted. Where one stands is told by JSON pointer;
 * in bodies of lines, by the line and the pointer into it.
 */
export class Faults {
  readonly errors: FieldError[] = [];
  count = 0;
  /** The body is one message: pointers need no index. */
  isSingle = false;
  /** The line being read; undefined in bodies that have none. */
  line: number | undefined;
  /** Readings that were left out because their protocol says so: no fault, the rest is stored. */
  dropped = 0;
  /** Why, of the first one. */
  whyDropped: string | undefined;
  /** The line of each message that was read, by position; undefined in bodies that have none. */
  lines: number[] | undefined;

  /** @param path from the body's root, or from the line's: positions and keys */
  add(path: readonly (string | number)[], detail: string): void {
    this.count += 1;
    if (this.errors.length >= ERRORS_MAX) return;
    const whole = jsonPointer(path);
    const pointer = whole.length > POINTER_LENGTH_MAX ? `${whole.slice(0, POINTER_LENGTH_MAX)}…` : whole;
    this.errors.push(this.line === undefined ? { pointer, detail } : { pointer, line: this.line, detail });
  }

  /** A fault of a message that was read already: `position` counts the messages that the format answered. */
  addAt(position: number, path: readonly (string | number)[], detail: string): void {
    if (this.lines) {
      this.line = this.lines[position];
      this.add(path, detail);
    } else {
      this.add(this.isSingle ? path : [position, ...path], detail);
    }
  }

  drop(readings: number, why: string): void {
    this.dropped += readings;
    this.whyDropped ??= why;
  }

  /** The refusal that tells them. */
  problem(code: 'invalid_reading' | 'unequal_lengths' = 'invalid_reading'): Problem {
    const [first] = this.errors;
    const more = this.count - 1;
    return problem(code, {
      detail: `${first ? placeOf(first) : ''}${first?.detail ?? ''}${more > 0 ? ` (and ${more} more)` : ''}`,
      errors: this.errors,
    });
  }
}

function placeOf({ line, pointer }: FieldError): string {
  const place = [line === undefined ? '' : `line ${line}`, pointer].filter((part) => part !== '').join(', ');
  return place === '' ? '' : `${place.charAt(0).toUpperCase()}${place.slice(1)}: `;
}

/** RFC 6901. */
export const jsonPointer = (path: readonly (string | number)[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
