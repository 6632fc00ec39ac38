import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StartError } from '../start-error';
import { commandLine, processStart } from './process-identity';

const STOP_MS_MAX = 15_000;

/**
 * Stops the PostgreSQL that a killed server left running on this folder. It may be called only by who has
 * claimed the folder: then whatever still runs on it belongs to nobody.
 * @returns the pid of what was stopped.
 */
export async function stopOrphan(folder: string): Promise<number | undefined> {
  const file = path.join(folder, 'postmaster.pid');
  const pid = pidIn(file);
  if (pid === undefined || processStart(pid) === undefined) return undefined; // PostgreSQL mends that by itself
  if (!commandLine(pid).includes(folder)) {
    fs.rmSync(file); // a stranger has got this pid since: PostgreSQL would take it for a live postmaster
    return undefined;
  }
  process.kill(pid, 'SIGINT'); // "fast": open transactions are rolled back, what is committed is kept
  const patience = performance.now() + STOP_MS_MAX;
  while (processStart(pid) !== undefined) {
    if (performance.now() > patience) {
      throw new StartError(
        `A PostgreSQL that an earlier run left behind (process ${pid}) does not stop: end it with "kill -QUIT ${pid}", then start again.`,
      );
    }
    await wait(25);
  }
  return pid;
}

function pidIn(file: string): number | undefined {
  try {
    const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}
