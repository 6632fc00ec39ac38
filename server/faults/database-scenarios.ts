import { setTimeout as wait } from 'node:timers/promises';
import type { FaultContext, Scenario } from './scenario';

/** Longer than a query may take (write-lane.ts): what waits is told that the database is away. */
const LONG_MS = 17_000;

/** PostgreSQL does not answer for a while: nothing is acknowledged meanwhile, and it goes on where it was. */
async function stopPostgres({ instance, load, random }: FaultContext): Promise<void> {
  instance.signalPostgres('SIGSTOP');
  try {
    await wait(300); // answers that were on their way
    const before = load.acknowledged;
    await wait(random.next() < 0.2 ? LONG_MS : random.between(500, 3_000));
    if (load.acknowledged !== before)
      throw new Error('A message was acknowledged while PostgreSQL stood still.');
  } finally {
    instance.signalPostgres('SIGCONT');
  }
}

/** Another process writes messages of the same datasource, and is killed. */
async function killSecond({ instance, random }: FaultContext): Promise<void> {
  await instance.startSecond();
  await wait(random.between(500, 2_000));
  await instance.killSecond();
}

/** The clock jumps all the time; a server that starts anew does not know how far the last one was. */
async function restartUnderJumpingClock({ instance, random }: FaultContext): Promise<void> {
  await wait(random.between(500, 2_000));
  await instance.killServer();
  await instance.startServer();
}

export const DATABASE_SCENARIOS: readonly Scenario[] = [
  { name: 'postgres-stands-still', round: stopPostgres },
  { name: 'two-writers', round: killSecond },
  {
    name: 'clock-jumps',
    environment: {
      NODE_OPTIONS: `--import ${new URL('./jumping-clock.mjs', import.meta.url).href}`,
    },
    round: restartUnderJumpingClock,
  },
];
