import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { StartError } from '../start-error';
import { type ProcessUser, runAs } from './process-user';
import { sharedPlace } from './shared-place';

/**
 * The database's own folder, `postgres` in the data folder, existing and owned by the database's user.
 *
 * When root keeps its data under a folder that this user can't enter (`/root`), the files lie in a shared
 * place instead and `postgres` is a link to them.
 */
export function databaseFolder(dataFolder: string, user: ProcessUser): string {
  const wanted = path.join(dataFolder, 'postgres');
  try {
    // Root's folder is open to passers-through (0711): the database's user has to get to its own below.
    makeFolder(dataFolder, user ? 0o711 : 0o700);
    makeFolder(wanted, 0o700); // a link to a folder is fine
    const real = fs.realpathSync(wanted);
    if (user) fs.chownSync(real, user.uid, user.gid);
    if (canEnter(real, user)) return real;
    if (fs.readdirSync(real).length === 0) return moveToSharedPlace(wanted, user);
  } catch (cause) {
    if (cause instanceof StartError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartError(
      `The data folder ${dataFolder} can't be used (${reason}): choose another with --data DIR or DATA_DIR.`,
      { cause },
    );
  }
  throw new StartError(
    `The database's user "${user?.name}" can't enter ${wanted}, because a folder above it is closed: open it (chmod o+x), or choose another data folder with --data DIR or DATA_DIR.`,
  );
}

/** As `mkdir -p`. (Node's own `recursive` never returns where the system answers ENOENT to making: /proc.) */
function makeFolder(folder: string, mode: number): void {
  if (fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent, mode);
  fs.mkdirSync(folder, { mode });
}

function canEnter(folder: string, user: ProcessUser): boolean {
  return spawnSync('test', ['-w', folder], runAs(user)).status === 0;
}

function moveToSharedPlace(wanted: string, user: ProcessUser): string {
  const place = sharedPlace(`data-${randomBytes(6).toString('hex')}`);
  fs.mkdirSync(place, { mode: 0o700 });
  if (user) fs.chownSync(place, user.uid, user.gid);
  fs.rmdirSync(wanted);
  fs.symlinkSync(place, wanted);
  return place;
}
