import type pg from 'pg';
import { int4Array, timestamptzArray } from './binary-arrays';
import type { Batch } from './write-lane';

/**
 * Times of arrival are unique per datasource (two messages of one instant would replace each other): within a
 * process they strictly increase, and between connections they differ by the slot that each one holds, as an
 * advisory lock, for as long as it lives: a time of arrival leaves the rest SLOT when divided by SLOTS.
 */
const SLOTS = 32;
const SLOT_LOCKS = 727_370;
const TAKE_SLOT = `select slot from generate_series(0, ${SLOTS - 1}) as slot
                    where pg_try_advisory_lock(${SLOT_LOCKS}, slot) limit 1`;

/** Takes a slot for as long as the connection lives. */
export async function takeSlot(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ slot: number }>(TAKE_SLOT);
  const slot = rows[0]?.slot;
  if (slot === undefined) throw new Error(`More than ${SLOTS / 2} processes write into this database.`);
  return slot;
}

/** Gives messages without a time of their own that of their arrival. */
export function giveArrivalTimes({ memory, arrivedUs, messages }: Batch, slot: number): void {
  for (const message of messages) {
    if (message.hasOwnTime) continue;
    const earliest = Math.max(arrivedUs, memory.lastArrivalUs + 1);
    message.timeUs = earliest + ((slot - (earliest % SLOTS) + SLOTS) % SLOTS);
    memory.lastArrivalUs = message.timeUs;
  }
}

/**
 * Gives other times of arrival to messages whose time is taken already. That is so when the clock was set back while
 * the process was away, or when a sender once named that very microsecond: what is stored there was acknowledged, and
 * must not be replaced. They get times after the newest of their datasource.
 */
export async function leaveTakenTimes(
  client: pg.ClientBase,
  batches: readonly Batch[],
  slot: number,
): Promise<void> {
  const numbers: number[] = [];
  const times: number[] = [];
  for (const { memory, messages } of batches) {
    for (const { hasOwnTime, timeUs } of messages) {
      if (hasOwnTime) continue;
      numbers.push(memory.number);
      times.push(timeUs);
    }
  }
  if (numbers.length === 0) return;
  const { rows } = await client.query<{ datasource: number; newest: number }>(
    `select datasource, (extract(epoch from (select max(time) from message n where n.datasource = t.datasource)) * 1e6)::float8 as newest
       from (select distinct m.datasource from message m
               join unnest($1::int[], $2::timestamptz[]) as u(datasource, time) using (datasource, time)) t`,
    [int4Array(numbers), timestamptzArray(times)],
  );
  for (const { datasource, newest } of rows) {
    for (const batch of batches) {
      if (batch.memory.number !== datasource) continue;
      batch.memory.lastArrivalUs = Math.max(batch.memory.lastArrivalUs, newest);
      giveArrivalTimes(batch, slot);
    }
  }
}
