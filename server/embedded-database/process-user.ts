import { execFileSync } from 'node:child_process';
import { StartError } from '../start-error';

/** The user that PostgreSQL runs as; empty when it is ours. */
export type ProcessUser = { name: string; uid: number; gid: number } | undefined;

/** PostgreSQL refuses to run as root: root lends it an unprivileged user. */
export function databaseUser(): ProcessUser {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== undefined && gid !== undefined) return { name, uid, gid };
  }
  throw new StartError(
    'PostgreSQL does not run as root and this system has no user "postgres" or "nobody": start Twinnoverse as an ordinary user, or set DATABASE_URL to a database of your own.',
  );
}

function idOf(flag: '-u' | '-g', user: string): number | undefined {
  try {
    return Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return undefined; // there is no such user
  }
}

/** What `spawn` needs to run something as that user. */
export const runAs = (user: ProcessUser): { uid?: number; gid?: number; cwd: string } =>
  user ? { uid: user.uid, gid: user.gid, cwd: '/' } : { cwd: '/' };
