import { log } from '@/lib/log';
import { sharedOnce } from '@/lib/shared-state';

/** Writes what the process keeps in memory for a moment: latest values, counts, refusals. */
export type FlushJob = (options: { final: boolean }) => Promise<void>;

const INTERVAL_MS = 1_000;

type Flusher = {
  jobs: Map<string, FlushJob>;
  timer: ReturnType<typeof setInterval> | undefined;
  running: Promise<void> | undefined;
  next: Promise<void> | undefined;
};

const flusher = sharedOnce<Flusher>('telemetry-flusher', () => ({
  jobs: new Map(),
  timer: undefined,
  running: undefined,
  next: undefined,
}));

/** Names a job that each flush does. Said twice (by both instances of a module) it is one. */
export function onFlush(name: string, job: FlushJob): void {
  const state = flusher();
  state.jobs.set(name, job);
  // Started by the first who has something to flush, so that a process without our server flushes too.
  state.timer ??= setInterval(() => void flushNow().catch(() => {}), INTERVAL_MS).unref();
}

/** Flushes; resolves when everything that was known at the call is written. Calls meanwhile share one flush. */
export function flushNow({ final = false } = {}): Promise<void> {
  const state = flusher();
  if (state.next) return state.next;
  if (state.running) {
    state.next = state.running
      .catch(() => {})
      .then(() => {
        state.next = undefined;
        return start(state, final);
      });
    return state.next;
  }
  return start(state, final);
}

function start(state: Flusher, final: boolean): Promise<void> {
  const run = runJobs(state, final).finally(() => {
    if (state.running === run) state.running = undefined;
  });
  state.running = run;
  return run;
}

async function runJobs(state: Flusher, final: boolean): Promise<void> {
  const failures: unknown[] = [];
  for (const [name, job] of state.jobs) {
    try {
      await job({ final });
    } catch (error) {
      // What could not be written stays in memory and is written with the next flush.
      failures.push(error);
      log().warn({ err: error, job: name }, 'a flush failed');
    }
  }
  if (failures.length > 0) throw failures[0];
}

export async function stopFlusher(): Promise<void> {
  const state = flusher();
  clearInterval(state.timer);
  state.timer = undefined;
  // One that waits its turn already would be shared, and is not the final one.
  await (state.next ?? state.running)?.catch(() => {});
  await flushNow({ final: true }).catch(() => {}); // said by runJobs
  state.jobs.clear();
}
