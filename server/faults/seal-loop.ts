import { setTimeout as wait } from 'node:timers/promises';
import { sealDays, sealLateMessages } from '@/lib/telemetry/seal/run-sealing';

// A process that packs days all the time, to be killed while it does. Days need not have been over for long.
const { signal } = new AbortController();
for (;;) {
  try {
    const run = { nowMs: Date.now(), sealAfterHours: 1, signal };
    await sealDays(run);
    await sealLateMessages(run);
  } catch {
    // The database is away: again, soon.
  }
  await wait(50);
}
