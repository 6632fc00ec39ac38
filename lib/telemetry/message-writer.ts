import pg from 'pg';
import { log } from '@/lib/log';
import { type Problem, problem } from '@/lib/problem';
import { sharedOnce } from '@/lib/shared-state';
import { Group } from './group';
import { importThatMeets } from './running-imports';
import { assertStorageLeft, storageFull } from './storage-guard';
import { type Batch, isRefusedData, WriteLane } from './write-lane';

/**
 * Grouped commit: what arrives while a transaction runs is stored by the next one. No timer, so that a lone message
 * waits for nothing. While many rows wait a second connection writes too, so that one group travels while the other
 * is written to disk; few rows wait for the next commit instead, as two small groups cost more than one.
 */
const LANES = 2;
const SECOND_LANE_ROWS_MIN = 250;
/** A transaction that takes longer than usual holds up only those who are in it. */
const USUAL_MS_MAX = 25;
/** More than this is refused (429) rather than kept in memory, by rows and by what those who wait hold of memory. */
const QUEUED_ROWS_MAX = 100_000;
const QUEUED_BYTES_MAX = 128 * 1024 * 1024;
const WARN_EVERY_MS = 5_000;
const DISK_FULL = '53100';

type Writer = {
  /** The last one takes in what comes. */
  queue: Group[];
  queuedRows: number;
  queuedBytes: number;
  lanes: WriteLane[];
  whenIdle: (() => void)[];
};

const writer = sharedOnce<Writer>('message-writer', () => ({
  queue: [],
  queuedRows: 0,
  queuedBytes: 0,
  lanes: Array.from({ length: LANES }, () => new WriteLane()),
  whenIdle: [],
}));

/**
 * Stores a batch; resolves when its group is through: after the commit, or with the batch's `failure` set:
 * `unavailable` when the database is away (nothing is stored then, or, when the connection broke during the commit,
 * nothing is acknowledged), or what PostgreSQL refused.
 * @throws `too_many_requests` when the database does not keep up, `storage_full` when its disk has no room
 */
export function storeBatch(batch: Batch): Promise<void> {
  assertStorageLeft();
  const state = writer();
  const wait = importThatMeets(batch);
  if (wait) return wait.then(() => storeBatch(batch));
  const isFull =
    state.queuedRows + batch.rowCount > QUEUED_ROWS_MAX || state.queuedBytes + batch.bytes > QUEUED_BYTES_MAX;
  if (isFull && state.queuedRows > 0) {
    throw problem('too_many_requests', {
      detail: 'More readings arrive than the database takes.',
      retryAfterSeconds: 1,
    });
  }
  let group = state.queue.at(-1);
  if (!group?.hasRoomFor(batch)) {
    group = new Group();
    state.queue.push(group);
  }
  group.add(batch);
  state.queuedRows += batch.rowCount;
  state.queuedBytes += batch.bytes;
  const lane = state.lanes.find(isFree);
  if (lane && mayWrite(state, lane)) {
    lane.busy = true;
    // After this turn of the event loop: requests that were read together are stored together.
    setImmediate(() => void work(state, lane));
  }
  return group.through;
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

const isFree = ({ busy }: WriteLane): boolean => !busy;
const isIdle = ({ queue, lanes }: Writer) => queue.length === 0 && lanes.every(isFree);

/** Whoever writes comes back for what waits: another one is needed for much only, or when that takes too long. */
function mayWrite({ queuedRows, lanes }: Writer, lane: WriteLane): boolean {
  if (queuedRows >= SECOND_LANE_ROWS_MIN) return true;
  const lateSince = performance.now() - USUAL_MS_MAX;
  return lanes.every((other) => other === lane || isFree(other) || other.writesSince < lateSince);
}

async function work(state: Writer, lane: WriteLane): Promise<void> {
  while (mayWrite(state, lane)) {
    const group = state.queue.shift();
    if (!group) break;
    state.queuedRows -= group.rows;
    state.queuedBytes -= group.bytes;
    lane.writesSince = performance.now();
    await storeAll(lane, group.batches);
    group.settle();
  }
  lane.busy = false;
  if (isIdle(state)) for (const tell of state.whenIdle.splice(0)) tell();
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

function notStored(error: unknown): Problem {
  warn()(error);
  const isFull = error instanceof pg.DatabaseError && error.code === DISK_FULL;
  return isFull ? storageFull(error) : problem('unavailable', { retryAfterSeconds: 2, cause: error });
}

/** Never throws: what became of a batch is noted in it. */
async function storeAll(lane: WriteLane, batches: readonly Batch[]): Promise<void> {
  try {
    await lane.write(batches);
  } catch (error) {
    // One batch that PostgreSQL does not take must not refuse those it happened to share a group with.
    if (isRefusedData(error) && batches.length > 1) {
      for (const batch of batches) await storeAll(lane, [batch]);
      return;
    }
    const failure = isRefusedData(error) ? error : notStored(error);
    for (const batch of batches) batch.failure = failure;
  }
}
