import { takeLease } from './lease';
import { log } from './log';

export type LeasedJob = {
  /** Also the name of its lease. */
  name: string;
  everyMs: number;
  /** A start has better things to do. */
  firstAfterMs: number;
  run: (signal: AbortSignal) => Promise<void>;
};

/** Runs a job now and then in one of all processes. `stop` interrupts it and waits until it has stopped. */
export function startLeasedJob({ name, everyMs, firstAfterMs, run }: LeasedJob): {
  stop: () => Promise<void>;
} {
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;

  const round = async () => {
    try {
      await runLeased(name, run, stopping.signal);
    } catch (error) {
      // The next round tries again.
      if (!stopping.signal.aborted) log().warn({ err: error, job: name }, 'a background job failed');
    }
    if (!stopping.signal.aborted) plan(everyMs);
  };
  const plan = (delayMs: number) => {
    timer = setTimeout(() => {
      running = round();
    }, delayMs).unref();
  };
  plan(firstAfterMs);

  return {
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await running;
    },
  };
}

async function runLeased(
  name: string,
  run: (signal: AbortSignal) => Promise<void>,
  stopping: AbortSignal,
): Promise<void> {
  const lease = await takeLease(name);
  if (!lease) return;
  try {
    await run(AbortSignal.any([lease.signal, stopping]));
  } finally {
    await lease.release();
  }
}
