import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

// Where a thread begins. Plain JavaScript: a thread does not inherit what compiles our TypeScript.
register({ tsconfig: path.join(import.meta.dirname, '..', '..', 'tsconfig.json') });
const { runJobs } = await import('./jobs.ts');
await runJobs(parentPort, workerData);
