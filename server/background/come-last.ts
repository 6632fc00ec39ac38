import os from 'node:os';

/** Of two that want the same core the other one gets about nine times as much. */
const STEPS = 10;
const LEAST = 19;

/**
 * Lets everybody else go first, where the system knows priorities of single threads: elsewhere the call would slow down
 * the whole process.
 */
export function comeLast(): void {
  if (process.platform !== 'linux') return;
  try {
    os.setPriority(Math.min(LEAST, os.getPriority() + STEPS));
  } catch {
    // Not allowed here: then as everybody.
  }
}
