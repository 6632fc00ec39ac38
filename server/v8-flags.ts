import v8 from 'node:v8';

/**
 * V8 may find that what is made at some place of the code lives long, and make it among the old from then on, where it is
 * collected seldom and at once. Messages, rows and cells live for the milliseconds until they are stored: for them the guess is
 * wrong, and costs 80 MB and a sixth of the time of an import (docs/decisions/0020).
 */
export function setV8Flags(): void {
  v8.setFlagsFromString('--no-allocation-site-pretenuring');
}
