import fs from 'node:fs';

/** Linux counts in hundredths of a second. */
const TICK_MS = 10;

/**
 * Milliseconds that a process and all below it have computed, in all their threads, those that have ended included;
 * undefined where the system does not tell (Linux does). Asked from outside, so that everyone is measured alike.
 */
export function processorMs(root: number): number | undefined {
  const stats = allProcesses();
  if (!stats) return undefined;
  const tree = new Set([root]);
  // A parent is older than its child, and mostly has the smaller number: twice through the list finds grandchildren.
  for (let round = 0; round < 2; round++) {
    for (const { pid, parent } of stats) if (tree.has(parent)) tree.add(pid);
  }
  return stats.reduce((sum, { pid, ticks }) => sum + (tree.has(pid) ? ticks * TICK_MS : 0), 0);
}

/** Bytes of memory that a process holds (its resident set). */
export function residentBytes(pid: number): number | undefined {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

function allProcesses(): { pid: number; parent: number; ticks: number }[] | undefined {
  if (process.platform !== 'linux') return undefined;
  const found: { pid: number; parent: number; ticks: number }[] = [];
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = read(`/proc/${name}/stat`);
    if (stat === undefined) continue; // it ended meanwhile
    // The program's name, in brackets, may hold anything. Then: state, parent, …, user, system, and those of the reaped.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [user = 0, system = 0, reapedUser = 0, reapedSystem = 0] = fields.slice(11, 15);
    found.push({
      pid: Number(name),
      parent: fields[1] ?? 0,
      ticks: user + system + reapedUser + reapedSystem,
    });
  }
  return found.sort((a, b) => a.pid - b.pid);
}

function read(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
