import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

/**
 * When a process started, in whatever form the system tells it; undefined when there is none (any more).
 * Pid and start together name a process for good: a pid alone may be reused, and always is in containers.
 */
export function processStart(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  try {
    if (process.platform !== 'linux') {
      return (
        execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
      );
    }
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // the name before may hold anything
    return fields[0] === 'Z' ? undefined : fields[19]; // a zombie is dead, only not yet buried
  } catch {
    return undefined;
  }
}

/** The command line of a process, its words joined by blanks; empty when there is none. */
export function commandLine(pid: number): string {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    }
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
