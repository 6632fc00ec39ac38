import type pg from 'pg';
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
