import v8 from 'node:v8';

/**
 * V8 may find that what some place of the code makes lives long, and make it among the old from then on, where little is
 * collected until there is much. Messages, rows and cells live for the milliseconds until they are stored: for them
 * the guess is wrong, and costs an import 80 MB and a sixth of its time (docs/decisions/0020).
 */
export function setV8Flags(): void {
  v8.setFlagsFromString('--no-allocation-site-pretenuring');
}
