import { log } from '@/lib/log';
import { problem } from '@/lib/problem';
import { sharedOnce } from '@/lib/shared-state';
import { importThatMeets } from './running-imports';
import { type Batch, isRefusedData, WriteLane } from './write-lane';

/**
 * Grouped commit: what arrives while a transaction runs is stored by the next one. No timer, so that a lone
 * message waits for nothing; two connections, so that one group forms and travels while the other is written to
 * disk. Measured: TELEMETRY, A2 (25 messages a commit at 64 senders).
 */
const LANES = 2;
const GROUP_ROWS_MAX = 5_000;
/** More than this is refused (429) rather than kept in memory. */
const QUEUED_ROWS_MAX = 100_000;
const WARN_EVERY_MS = 5_000;

type Waiting = { batch: Batch; resolve: () => void; reject: (error: unknown) => void };

type Writer = {
  queue: Waiting[];
  queuedRows: number;
  lanes: WriteLane[];
  whenIdle: (() => void)[];
};

const writer = sharedOnce<Writer>('message-writer', () => ({
  queue: [],
  queuedRows: 0,
  lanes: Array.from({ length: LANES }, () => new WriteLane()),
  whenIdle: [],
}));

/**
 * Stores a batch; resolves after the commit.
 * @throws `too_many_requests` when the database does not keep up, `unavailable` when it is away: nothing is stored
 *   then, or (when the connection broke during the commit) nothing is acknowledged.
 */
export function storeBatch(batch: Batch): Promise<void> {
  const state = writer();
  const wait = importThatMeets(batch);
  if (wait) return wait.then(() => storeBatch(batch));
  if (state.queuedRows > 0 && state.queuedRows + batch.rowCount > QUEUED_ROWS_MAX) {
    throw problem('too_many_requests', {
      detail: 'More readings arrive than the database takes.',
      retryAfterSeconds: 1,
    });
  }
  return new Promise((resolve, reject) => {
    state.queue.push({ batch, resolve, reject });
    state.queuedRows += batch.rowCount;
    const lane = state.lanes.find(({ busy }) => !busy);
    if (!lane) return;
    lane.busy = true;
    // After this turn of the event loop: requests that were read together are stored together.
    setImmediate(() => void work(state, lane));
  });
}

/** Resolves when everything that was taken is stored or refused. */
export function writerIdle(): Promise<void> {
  const state = writer();
  if (isIdle(state)) return Promise.resolve();
  return new Promise((resolve) => state.whenIdle.push(resolve));
}

export async function closeWriter(): Promise<void> {
  await writerIdle();
  await Promise.all(writer().lanes.map((lane) => lane.close()));
}

const isIdle = ({ queue, lanes }: Writer) => queue.length === 0 && lanes.every(({ busy }) => !busy);

async function work(state: Writer, lane: WriteLane): Promise<void> {
  for (let group = takeGroup(state); group.length > 0; group = takeGroup(state))
    await storeGroup(lane, group);
  lane.busy = false;
  if (isIdle(state)) for (const tell of state.whenIdle.splice(0)) tell();
}

function takeGroup(state: Writer): Waiting[] {
  let rows = 0;
  let count = 0;
  for (const { batch } of state.queue) {
    if (count > 0 && rows + batch.rowCount > GROUP_ROWS_MAX) break;
    rows += batch.rowCount;
    count += 1;
  }
  state.queuedRows -= rows;
  return state.queue.splice(0, count);
}

/** A database that is away fails every group: said once in a while. */
const warn = sharedOnce('message-writer-warning', () => {
  let saidAt = Number.NEGATIVE_INFINITY;
  return (error: unknown) => {
    if (performance.now() - saidAt < WARN_EVERY_MS) return;
    saidAt = performance.now();
    log().warn({ err: error }, 'readings could not be stored');
  };
});

async function storeGroup(lane: WriteLane, group: readonly Waiting[]): Promise<void> {
  try {
    await lane.write(group.map(({ batch }) => batch));
    for (const { resolve } of group) resolve();
  } catch (error) {
    // One batch that PostgreSQL does not take must not refuse those it happened to share a group with.
    if (isRefusedData(error) && group.length > 1) {
      for (const waiting of group) await storeGroup(lane, [waiting]);
      return;
    }
    const refusal = isRefusedData(error)
      ? error
      : problem('unavailable', { retryAfterSeconds: 2, cause: error });
    if (!isRefusedData(error)) warn()(error);
    for (const { reject } of group) reject(refusal);
  }
}
