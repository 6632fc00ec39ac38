import type { StagedBlob } from '@/lib/storage/blob-store';
import { blobs } from '@/lib/storage/blobs';
import { Relay } from './relay';

/**
 * Lays a body on disk while it is read for the first time; whatever ends one of the two ends the other.
 * @throws what the reader threw, or why the body could not be laid down; nothing is left behind then
 */
export async function stageWhileReading(
  pieces: AsyncIterable<Buffer>,
  read: (pieces: AsyncIterable<Buffer>) => Promise<void>,
): Promise<StagedBlob> {
  const relay = new Relay();
  const stopped = new AbortController();
  const reading = read(relay)
    .catch((error: unknown) => {
      stopped.abort(error);
      throw error;
    })
    .finally(() => relay.leave());
  const staging = blobs().stage(relay.passing(pieces), {
    bytesMax: Number.POSITIVE_INFINITY,
    signal: stopped.signal,
  });
  const [first, second] = await Promise.allSettled([reading, staging]);
  if (first.status === 'fulfilled' && second.status === 'fulfilled') return second.value;
  if (second.status === 'fulfilled') await blobs().discard(second.value);
  const failures = [first, second].flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  throw failures.find((failure) => failure !== relay.cutOff);
}
