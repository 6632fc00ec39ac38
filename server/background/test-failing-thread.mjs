import { appendFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

// A thread that fails whenever it is started.
appendFileSync(workerData.file, `${Date.now()}\n`);
throw new Error('This thread fails.');
