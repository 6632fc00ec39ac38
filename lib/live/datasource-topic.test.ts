import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { liveBus } from './bus';
import { datasourceTopic } from './datasource-topic';
import { lastSequence } from './frame-clock';

/** How long a topic outlives its last reader. */
const LINGER_MS = 40_000;

// Once: time that jumps back between tests would let frames wait.
beforeAll(() => void vi.useFakeTimers());
afterAll(() => void vi.useRealTimers());

const publish = async (datasourceId: string, value: number) => {
  if (liveBus().wanted(datasourceId)) liveBus().publish({ datasourceId, updates: [[1, value, value]] });
  await vi.advanceTimersByTimeAsync(110);
};

/** A reader that hears one reading, then goes away; answers what it has seen. */
async function readAndLeave(id: string): Promise<number> {
  const detach = datasourceTopic(id).attach({ takeFrame: () => {}, inRound: 0 });
  await publish(id, 1);
  detach();
  return lastSequence();
}

describe('a reader that comes back', () => {
  it('while its topic lives is told what it missed', async () => {
    const seen = await readAndLeave('dsr_short');
    await publish('dsr_short', 2);
    await vi.advanceTimersByTimeAsync(LINGER_MS - 1_000);
    const missed = datasourceTopic('dsr_short').framesSince(seen);
    expect(missed?.map(({ bytes }) => /"u":(\[\[.*\]\])/.exec(bytes.toString())?.[1])).toEqual(['[[1,2,2]]']);
  });

  it('after a sleep is told everything, even when nobody has sent a frame meanwhile', async () => {
    const seen = await readAndLeave('dsr_sleep');
    await vi.advanceTimersByTimeAsync(LINGER_MS + 1_000);
    expect(liveBus().wanted('dsr_sleep')).toBe(false);
    await publish('dsr_sleep', 2); // heard by nobody
    expect(lastSequence()).toBe(seen);
    expect(datasourceTopic('dsr_sleep').framesSince(seen)).toBeUndefined();
  });

  it('to a topic that sent more than it keeps is told everything', async () => {
    const seen = await readAndLeave('dsr_much');
    for (let i = 0; i < 299; i++) await publish('dsr_much', i);
    expect(datasourceTopic('dsr_much').framesSince(seen)?.length).toBe(299);
    await publish('dsr_much', 300);
    expect(datasourceTopic('dsr_much').framesSince(seen)?.length).toBe(300);
    await publish('dsr_much', 301);
    expect(datasourceTopic('dsr_much').framesSince(seen)).toBeUndefined();
  });
});
