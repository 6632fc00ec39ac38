import { log } from '@/lib/log';
import { dropOldIdempotencyRows } from './idempotency-table';

const EVERY_MS = 3_600_000;

/** Forgets what was taken under an `Idempotency-Key` more than a day ago. */
export function startIdempotencySweep(): { stop: () => void } {
  const sweep = () =>
    void dropOldIdempotencyRows().catch((error: unknown) =>
      log().warn({ err: error }, 'old idempotency keys stay for now'),
    );
  const timer = setInterval(sweep, EVERY_MS).unref();
  sweep();
  return { stop: () => clearInterval(timer) };
}
