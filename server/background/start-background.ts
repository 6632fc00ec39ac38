import { Worker } from 'node:worker_threads';
import { log } from '@/lib/log';
import type { JobsData } from './jobs';

/** What the thread of the product is told. */
const JOBS: JobsData = { firstAfterMs: 30_000 };

const THREAD = new URL('./thread.mjs', import.meta.url);
/** It has time: garbage may be collected often. */
const YOUNG_MB = 8;
const RESTART_MS_MIN = 1_000;
const RESTART_MS_MAX = 60_000;
/** Longer than a stop takes; what is cut off then was in a transaction. */
const STOP_MS_MAX = 1_200;

export type BackgroundOptions = {
  /** A start has better things to do than to load this. */
  afterMs?: number;
  restartMs?: number;
  thread?: URL;
  data?: unknown;
};

/**
 * Runs the background jobs in a thread of their own: packing a day computes for seconds, which everybody who sends meanwhile
 * would wait for. A thread that fails is followed by another, ever later while they go on failing.
 */
export function startBackground({
  afterMs = 30_000,
  restartMs = RESTART_MS_MIN,
  thread = THREAD,
  data = JOBS,
}: BackgroundOptions = {}): { stop: () => Promise<void> } {
  // As it is now: Next, which is loaded later, takes out of the process's own what was not there at its start.
  const environment = { ...process.env };
  let running: { worker: Worker; ended: Promise<void> } | undefined;
  let isStopping = false;
  let delayMs = restartMs;
  let timer = setTimeout(start, afterMs).unref();

  function start(): void {
    const startedAt = performance.now();
    // Nothing is inherited from the command line: the thread says itself what it needs.
    const worker = new Worker(thread, {
      name: 'background',
      workerData: data,
      env: environment,
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    worker.on('error', (error) => log().error({ err: error }, 'the background thread failed'));
    const ended = new Promise<void>((resolve) => {
      worker.once('exit', () => {
        running = undefined;
        resolve();
        if (isStopping) return;
        if (performance.now() - startedAt > RESTART_MS_MAX) delayMs = restartMs;
        timer = setTimeout(start, delayMs).unref();
        delayMs = Math.min(delayMs * 2, RESTART_MS_MAX);
      });
    });
    running = { worker, ended };
  }

  return {
    stop: async () => {
      isStopping = true;
      clearTimeout(timer);
      if (!running) return;
      const { worker, ended } = running;
      worker.postMessage('stop');
      const tooLate = setTimeout(() => void worker.terminate(), STOP_MS_MAX);
      await ended;
      clearTimeout(tooLate);
    },
  };
}
