import { problem } from '@/lib/problem';
import { MESSAGES_MAX } from './limits';

/** Asked of every body that is read as a whole, and by formats that know it before they read. @throws Problem */
export function checkNotTooMany(count: number): void {
  if (count <= MESSAGES_MAX) return;
  throw problem('invalid_reading', {
    detail: `A request may hold at most ${MESSAGES_MAX} messages; this one has ${count}. Send them in parts, or as NDJSON or CSV, which may be of any length.`,
    errors: [{ pointer: '', detail: `${count} messages` }],
  });
}
