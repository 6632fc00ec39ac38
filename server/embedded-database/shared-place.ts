import fs from 'node:fs';
import path from 'node:path';
import { StartError } from '../start-error';

const ROOT = '/var/lib/twinnoverse';

/**
 * A place that every user can enter and only root can fill: for what the database's user must reach when
 * root runs Twinnoverse in a closed folder. Never the temporary folder, where others could lay something
 * in wait under a name that we would trust.
 */
export function sharedPlace(name: string): string {
  try {
    fs.mkdirSync(ROOT, { recursive: true, mode: 0o755 });
  } catch (cause) {
    throw new StartError(
      `The database's user can't enter this folder, and ${ROOT} can't be made for it: move Twinnoverse out of the closed folder, or start it as an ordinary user.`,
      { cause },
    );
  }
  return path.join(ROOT, name);
}
