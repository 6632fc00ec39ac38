import { describe, expect, it, vi } from 'vitest';
import { makeSender, type TestSender } from '@/lib/ingest/test-sender';
import { useTestDatabase } from '@/lib/test-database';
import { liveBus } from './bus';
import { BACKLOG_BYTES_MAX, LiveStream } from './live-stream';

useTestDatabase();

/** Patient, as the machine may be busy. */
const until = (condition: () => unknown) => vi.waitUntil(condition, { timeout: 15_000 });

/** A reader whose network we hold in our hands. */
function reader() {
  const texts: string[] = [];
  const state = { backlog: 0, destroyed: false };
  const stream = new LiveStream({
    write: (bytes) => void texts.push(bytes.toString()),
    backlogBytes: () => state.backlog,
    end: () => {},
    destroy: () => {
      state.destroyed = true;
    },
  });
  const events = () => texts.flatMap((text) => /event: (\w+)/.exec(text)?.[1] ?? []);
  return { stream, texts, state, events };
}

const publish = (sender: TestSender, value: number) =>
  liveBus().publish({ datasourceId: sender.datasourceId, arrivedAt: value, updates: [[1, value, value]] });

it('a reader that is gone is not told why the stream ends', () => {
  const end = vi.fn();
  const stream = new LiveStream({ write: () => {}, backlogBytes: () => 0, end, destroy: () => {} });
  stream.close();
  // A web stream that was cancelled throws when it is ended.
  stream.finish({ code: 'not_found', detail: 'Switched off.' });
  expect(end).not.toHaveBeenCalled();
});

describe('a slow reader', () => {
  it('gets nothing more until it has caught up, then everything at once', async () => {
    const [sender, other] = [await makeSender(), await makeSender()];
    const { stream, state, events } = reader();
    await stream.open([sender.datasourceId, other.datasourceId], undefined);
    publish(sender, 1);
    await until(() => events().length === 2);
    expect(events()).toEqual(['snapshot', 'frame']);

    state.backlog = BACKLOG_BYTES_MAX + 1;
    const quick = reader();
    await quick.stream.open([sender.datasourceId, other.datasourceId], undefined);
    publish(sender, 2);
    await until(() => quick.events().length === 2);
    state.backlog = 0;
    // Not even of another datasource: its id would say that the frames before it were seen.
    publish(other, 3);
    await until(() => quick.events().length === 3);
    expect(events()).toEqual(['snapshot', 'frame']);

    stream.look(Date.now(), 60_000);
    await until(() => events().length === 3);
    publish(sender, 4);
    await until(() => events().length === 4);
    expect(events()).toEqual(['snapshot', 'frame', 'snapshot', 'frame']);
    stream.close();
    quick.stream.close();
  });

  it('is given up after half a minute', async () => {
    const sender = await makeSender();
    const { stream, state, events } = reader();
    await stream.open([sender.datasourceId], undefined);
    const quick = reader();
    await quick.stream.open([sender.datasourceId], undefined);
    state.backlog = BACKLOG_BYTES_MAX + 1;
    publish(sender, 1);
    await until(() => quick.events().includes('frame'));
    stream.look(Date.now() + 29_000, 60_000);
    expect(state.destroyed).toBe(false);
    stream.look(Date.now() + 31_000, 60_000);
    expect([state.destroyed, stream.closed]).toEqual([true, true]);
    publish(sender, 2);
    expect(events()).toEqual(['snapshot']);
    quick.stream.close();
  });

  it('and a quiet one is pinged', async () => {
    const sender = await makeSender();
    const { stream, texts } = reader();
    await stream.open([sender.datasourceId], undefined);
    stream.look(Date.now() + 14_000, 15_000);
    expect(texts).not.toContain(': ping\n\n');
    stream.look(Date.now() + 16_000, 15_000);
    expect(texts).toContain(': ping\n\n');
    stream.close();
  });
});
