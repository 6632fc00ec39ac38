import os from 'node:os';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

// Where the background thread begins. Plain JavaScript: a thread does not inherit what compiles our TypeScript.
comeLast();
register({ tsconfig: path.join(import.meta.dirname, '..', '..', 'tsconfig.json') });
const { runJobs } = await import('./jobs.ts');
await runJobs(parentPort, workerData);

/**
 * Lets everybody else go first, from its loading on: of two that want the same core the other one gets nine times as
 * much. Only where the system knows priorities of single threads; elsewhere the whole process would be slowed down.
 */
function comeLast() {
  if (process.platform !== 'linux') return;
  try {
    os.setPriority(Math.min(19, os.getPriority() + 10));
  } catch {
    // Not allowed here: then as everybody.
  }
}
