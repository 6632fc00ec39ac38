import { setTimeout as wait } from 'node:timers/promises';
import type { PostgresProcess } from './postgres-process';

const RESTARTS_PER_MINUTE_MAX = 5;
const START_TRIES = 20;

export type Supervised = { pid: () => number | undefined; stop: () => Promise<void> };

export type SuperviseOptions = {
  start: () => Promise<PostgresProcess>;
  onRestart: () => void;
  /** It ended though nobody stopped it, and could not be started again. */
  onLost: (reason: unknown) => void;
};

/** Keeps PostgreSQL running: one that was killed is started again; it recovers, and clients reconnect. */
export async function supervise({ start, onRestart, onLost }: SuperviseOptions): Promise<Supervised> {
  let stopping = false;
  let running = await startPatiently(start);
  const watched = keepRunning();

  async function keepRunning(): Promise<void> {
    const restarts: number[] = [];
    for (;;) {
      await running.ended;
      if (stopping) return;
      restarts.push(performance.now());
      if (restarts.filter((at) => at > performance.now() - 60_000).length > RESTARTS_PER_MINUTE_MAX) {
        throw new Error('PostgreSQL ended again and again');
      }
      onRestart();
      running = await startPatiently(start);
      if (stopping) running.child.kill('SIGINT');
    }
  }
  watched.catch((reason) => {
    if (!stopping) onLost(reason);
  });

  return {
    pid: () => running.child.pid,
    stop: async () => {
      stopping = true;
      running.child.kill('SIGINT'); // "fast": what is open is rolled back, then a checkpoint
      await watched.catch(() => {}); // told to onLost already, or about to end anyway
    },
  };
}

/**
 * After a kill -9, backends may hold the shared memory for a moment longer than their postmaster lived. On a full disk
 * it can't start until someone has made room: it tries until then, and all that time nothing is acknowledged.
 */
async function startPatiently(start: () => Promise<PostgresProcess>): Promise<PostgresProcess> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start();
    } catch (error) {
      const message = error instanceof Error ? error.message : '';
      const isFull = /No space left on device/.test(message);
      const passing = /postmaster\.pid|shared memory block/.test(message) && attempt < START_TRIES;
      if (!passing && !isFull) throw error;
      await wait(isFull ? 2_000 : 250);
    }
  }
}
