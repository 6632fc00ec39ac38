import { describe, expect, it } from 'vitest';
import { makeSender, storedMessages, type TestSender } from '@/lib/ingest/test-sender';
import { useTestDatabase } from '@/lib/test-database';
import { forgetDatasource } from './datasource-memory';
import { writeMessages } from './write-messages';

useTestDatabase();

const HOUR_MS = 3_600_000;

/** Messages without a time of their own, numbered, that arrive when the clock says so. */
function write(sender: TestSender, from: number, count: number, arrivedMs: number): Promise<void> {
  return writeMessages(
    { id: sender.datasourceId, number: sender.number, workspaceId: sender.caller.workspaceId },
    Array.from({ length: count }, (_, i) => ({ timeUs: undefined, keys: ['n'], values: [from + i] })),
    { arrivedMs, metricsMax: 10 },
  );
}

const numbers = async (sender: TestSender) =>
  (await storedMessages(sender)).flatMap((message) => message.numbers);
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('a clock that jumps', () => {
  it('back and forth: times of arrival go on increasing, and nothing is lost [M3]', async () => {
    const sender = await makeSender();
    const now = Date.now();
    const clock = [0, 5 * HOUR_MS, -2 * HOUR_MS, -2 * HOUR_MS, 1, -30 * 24 * HOUR_MS, 2];
    for (const [round, jump] of clock.entries()) await write(sender, round * 10, 10, now + jump);
    // Stored in the order in which they came.
    expect(await numbers(sender)).toEqual(upTo(clock.length * 10));
  });

  it('back while the process is away: what arrives at the same instant again replaces nothing [M3]', async () => {
    const sender = await makeSender();
    const ahead = Date.now() + HOUR_MS;
    await write(sender, 0, 20, ahead);
    for (const from of [20, 40]) {
      forgetDatasource(sender.datasourceId); // as another process knows it
      await write(sender, from, 20, ahead);
    }
    expect((await numbers(sender)).sort((a, b) => a - b)).toEqual(upTo(60));
  });
});
