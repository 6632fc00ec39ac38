import { throttleAddress } from '@/lib/auth/client-address';
import { problem } from '@/lib/problem';
import { sharedOnce } from '@/lib/shared-state';
import { TokenBuckets } from '@/lib/token-bucket';

/** Wrong keys of one address that are looked up: fifty at once, then five a second. */
const WRONG_PER_SECOND = 5;
const WRONG_BURST_SECONDS = 10;
const BUCKETS_MAX = 20_000;
/** Keys of one address whose look-up is under way. */
const WAITING_PER_ADDRESS_MAX = 500;
/** Beyond so many in all, only addresses are let in that wait for nothing yet. */
const WAITING_MAX = 5_000;
const WAITING_MAX_OF_ALL = 2 * WAITING_MAX;

const gate = sharedOnce('key-lookup-gate', () => ({
  wrong: new TokenBuckets(BUCKETS_MAX, WRONG_BURST_SECONDS),
  waiting: new Map<string, number>(),
  count: 0,
}));

/**
 * Who may have a key looked up that this process does not know. Anybody can make up keys with a right checksum, so
 * look-ups are shared out: an address with a record of wrong keys waits, and in a crowd each address gets its turn.
 * @returns the address as it counts, for `leaveGate`
 * @throws Problem `too_many_requests`
 */
export function enterGate(sender: string): string {
  const { wrong, waiting, count } = gate();
  const address = throttleAddress(sender);
  const record = wrong.known(address);
  if (record && !record.hasToken(WRONG_PER_SECOND)) {
    throw problem('too_many_requests', {
      detail: 'Too many unknown API keys came from this address.',
      retryAfterSeconds: Math.max(1, Math.ceil(record.waitSeconds(WRONG_PER_SECOND))),
      headers: record.headers('wrong-keys', WRONG_PER_SECOND),
    });
  }
  const own = waiting.get(address) ?? 0;
  const crowded = count >= (own === 0 ? WAITING_MAX_OF_ALL : WAITING_MAX);
  if (crowded || own >= WAITING_PER_ADDRESS_MAX) {
    throw problem('too_many_requests', {
      detail: 'Too many API keys are being looked up.',
      retryAfterSeconds: 1,
    });
  }
  waiting.set(address, own + 1);
  gate().count += 1;
  return address;
}

/** @param wasWrong there is no such key */
export function leaveGate(address: string, wasWrong: boolean): void {
  const state = gate();
  state.count -= 1;
  const left = (state.waiting.get(address) ?? 1) - 1;
  if (left > 0) state.waiting.set(address, left);
  else state.waiting.delete(address);
  if (wasWrong) state.wrong.of(address, WRONG_PER_SECOND).take(WRONG_PER_SECOND);
}
