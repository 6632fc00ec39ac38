import { Faults } from '@/lib/ingest/faults';
import type { BodyFormat, ReadContext } from '@/lib/ingest/format/format';
import type { Attempt } from './correction';

export const contextOf = (attempt: Attempt): ReadContext & { faults: Faults } => ({
  arrivedMs: attempt.arrivedMs,
  aheadSecondsMax: attempt.aheadSecondsMax,
  query: new URLSearchParams(attempt.query),
  header: (name) => (name === 'content-type' ? attempt.contentType : attempt.header(name)),
  rules: undefined,
  faults: new Faults(),
});

/** Is a body what this format reads, without a fault? */
export function isReadBy(format: BodyFormat, attempt: Attempt): boolean {
  const context = contextOf(attempt);
  try {
    return format.read(attempt.body, context).length > 0 && context.faults.count === 0;
  } catch {
    return false;
  }
}
