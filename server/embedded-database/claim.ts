import fs from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { StartError } from '../start-error';
import { processStart } from './process-identity';

const ownerSchema = z.object({ pid: z.number(), start: z.string(), socketFolder: z.string() });
type Owner = z.infer<typeof ownerSchema>;

const LOCK_AGE_MS_MAX = 5_000; // whoever decides on a claim needs milliseconds: an older lock is a dead one's

/**
 * Claims a database's folder for this process, so that a second server is refused instead of stopping a
 * live one's database as if it were an orphan.
 * @returns what the last owner left behind, if it did not end in order.
 */
export async function claim(
  folder: string,
  socketFolder: string,
  shownAs: string,
): Promise<Owner | undefined> {
  const file = ownerFile(folder);
  return await exclusively(`${file}.lock`, () => {
    const last = readOwner(file);
    if (last && processStart(last.pid) === last.start) {
      throw new StartError(
        `The data folder ${shownAs} is in use by another running Twinnoverse (process ${last.pid}): stop that one, or choose another folder with --data DIR or DATA_DIR.`,
      );
    }
    const owner: Owner = { pid: process.pid, start: processStart(process.pid) ?? '', socketFolder };
    fs.writeFileSync(file, JSON.stringify(owner), { mode: 0o600 });
    return last;
  });
}

export function release(folder: string): void {
  const file = ownerFile(folder);
  if (readOwner(file)?.pid === process.pid) fs.rmSync(file, { force: true });
}

const ownerFile = (folder: string): string => `${folder}.owner`;

function readOwner(file: string): Owner | undefined {
  try {
    return ownerSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch {
    return undefined; // none yet, or written by a process that died over it
  }
}

/** Making a folder is atomic everywhere: who makes it decides, the others wait. */
async function exclusively<T>(lock: string, decide: () => T): Promise<T> {
  for (;;) {
    try {
      fs.mkdirSync(lock);
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const made = fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
      if (Date.now() - made > LOCK_AGE_MS_MAX) fs.rmSync(lock, { recursive: true, force: true });
      else await wait(20);
    }
  }
  try {
    return decide();
  } finally {
    fs.rmSync(lock, { recursive: true, force: true });
  }
}
