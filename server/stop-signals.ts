import fs from 'node:fs';

/** npm and the terminal both pass on one Ctrl-C: what follows this closely is the same one. */
const SAME_SIGNAL_MS = 700;
const PARENT_CHECK_MS = 1_000;

/**
 * Calls `first` when this process is asked to stop, and `again` when it is asked once more.
 *
 * Asked is: Ctrl-C, SIGTERM, a closed terminal (unless started with nohup), and the end of the npm that
 * started us, which may be killed without passing anything on.
 */
export function onStopSignal(first: () => void, again: () => void): void {
  let firstAt: number | undefined;
  const asked = () => {
    const now = Date.now();
    if (firstAt === undefined) {
      firstAt = now;
      first();
    } else if (now - firstAt > SAME_SIGNAL_MS) again();
  };
  process.on('SIGINT', asked);
  process.on('SIGTERM', asked);
  if (!hangUpIsIgnored()) process.on('SIGHUP', asked);

  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const check = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(check);
    if (firstAt === undefined) asked();
  }, PARENT_CHECK_MS).unref();
}

/** `nohup` makes it so before we start; a handler of ours would undo it. */
function hangUpIsIgnored(): boolean {
  try {
    const ignored = /^SigIgn:\s*([0-9a-f]+)$/m.exec(fs.readFileSync('/proc/self/status', 'utf8'))?.[1];
    return ignored === undefined || (BigInt(`0x${ignored}`) & 1n) === 1n;
  } catch {
    return true; // can't be known on this system: leave the signal as it is
  }
}
