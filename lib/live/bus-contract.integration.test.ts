import { afterAll, describe, expect, it, vi } from 'vitest';
import { pool } from '@/lib/database';
import { createPostgresChannel, type PostgresChannel } from '@/lib/postgres-channel';
import { useTestDatabase } from '@/lib/test-database';
import type { LiveBus, LiveChange } from './bus';
import { PostgresBus } from './postgres-bus';
import { ProcessBus } from './process-bus';

useTestDatabase();

const until = (condition: () => unknown) => vi.waitUntil(condition, { timeout: 15_000 });

const channels: PostgresChannel[] = [];
const buses: PostgresBus[] = [];
afterAll(async () => {
  for (const bus of buses) await bus.close();
  for (const channel of channels) await channel.close();
});

function postgresBus(): PostgresBus {
  const channel = createPostgresChannel();
  const bus = new PostgresBus(channel);
  channels.push(channel);
  buses.push(bus);
  return bus;
}

/** Where changes are made and where they are heard of: of a bus within a process the same place. */
const KINDS: Record<string, () => { here: LiveBus; there: LiveBus }> = {
  process: () => {
    const bus = new ProcessBus();
    return { here: bus, there: bus };
  },
  postgres: () => ({ here: postgresBus(), there: postgresBus() }),
};

let made = 0;
const newId = () => `dsr_${made++}`;

/** What arrived in the end: of several changes the newest of everything. */
function gather(bus: LiveBus, id: string) {
  const seen = { last: { datasourceId: id } as LiveChange, values: new Map<number, unknown>(), calls: 0 };
  const stop = bus.subscribe(id, ({ updates, ...rest }) => {
    seen.calls += 1;
    Object.assign(seen.last, rest);
    for (const [metric, , value] of updates ?? []) seen.values.set(metric, value);
  });
  return { seen, stop };
}

describe.each(Object.keys(KINDS))('a live bus: %s', (kind) => {
  const pair = () => KINDS[kind]?.() ?? { here: new ProcessBus(), there: new ProcessBus() };

  it('brings every kind of change to who subscribed, and to nobody else', async () => {
    const { here, there } = pair();
    const [id, other] = [newId(), newId()];
    const [mine, others] = [gather(there, id), gather(there, other)];
    await until(() => here.wanted(id));
    const change: LiveChange = {
      datasourceId: id,
      arrivedAt: 5,
      state: { id, name: 'Öfen "2"', lastMessageAt: 5, staleAfterMs: 60_000, lastRefusal: null },
      metrics: [{ id: 1, datasourceId: id, key: 'a', kind: 'number', displayName: null, unit: '°C' }],
      updates: [[1, 5, 20.5]],
      recentMinutes: [{ minute: 0, messages: 2 }],
    };
    here.publish(change);
    await until(() => mine.seen.values.get(1) === 20.5);
    const { updates: _, ...rest } = change;
    expect(mine.seen.last).toEqual(rest);
    expect(others.seen.calls).toBe(0);
  });

  it('lets the last of many changes win', async () => {
    const { here, there } = pair();
    const id = newId();
    const { seen } = gather(there, id);
    await until(() => here.wanted(id));
    for (let i = 1; i <= 1_000; i++) here.publish({ datasourceId: id, updates: [[i % 10, i, i]] });
    await until(() => seen.values.get(0) === 1_000 && seen.values.get(9) === 999);
    expect([...seen.values.values()].sort()).toEqual(
      [991, 992, 993, 994, 995, 996, 997, 998, 999, 1_000].sort(),
    );
  });

  it('brings what is large: many values, and long ones', async () => {
    const { here, there } = pair();
    const id = newId();
    const { seen } = gather(there, id);
    await until(() => here.wanted(id));
    const long = { labels: Array.from({ length: 20_000 }, (_, i) => `Ω${i}`) };
    const updates = Array.from({ length: 2_000 }, (_, i): [number, number, number] => [i, 1, i * 1.5]);
    here.publish({
      datasourceId: id,
      updates: [...updates, [5_000, 1, long], [5_001, 1, 'x'.repeat(7_950)]],
    });
    await until(() => seen.values.size === 2_002);
    expect(seen.values.get(1_999)).toBe(2_998.5);
    expect(seen.values.get(5_000)).toEqual(long);
  });

  it('knows what is wanted, until nobody listens any more', async () => {
    const { here, there } = pair();
    const id = newId();
    expect(here.wanted(id)).toBe(false);
    const [first, second] = [gather(there, id), gather(there, id)];
    await until(() => here.wanted(id));
    first.stop();
    here.publish({ datasourceId: id, updates: [[1, 1, 1]] });
    await until(() => second.seen.values.has(1));
    expect([first.seen.calls, here.wanted(id)]).toEqual([0, true]);
    second.stop();
    await until(() => !here.wanted(id));
  });

  it('says since when all is heard, anew each time that listening begins', async () => {
    const { there } = pair();
    const id = newId();
    const first = gather(there, id);
    await until(() => there.hearingSince(id) !== undefined);
    const since = there.hearingSince(id);
    first.stop();
    gather(there, id);
    await until(() => there.hearingSince(id) !== undefined);
    if (kind === 'process') expect(there.hearingSince(id)).toBe(since);
    else expect(there.hearingSince(id)).not.toBe(since);
  });

  it('tells only here what is only for here', async () => {
    const { here, there } = pair();
    const id = newId();
    const [mine, theirs] = [gather(here, id), gather(there, id)];
    await until(() => here.wanted(id));
    await until(() => {
      here.publishHere({ datasourceId: id, updates: [[1, 1, 1]] });
      here.publish({ datasourceId: id, updates: [[2, 1, 1]] });
      return theirs.seen.values.has(2);
    });
    expect(mine.seen.values.has(1)).toBe(true);
    expect(theirs.seen.values.has(1)).toBe(kind === 'process');
  });
});

describe('between processes', () => {
  const peers = () => ({
    change: (change: LiveChange): LiveChange | undefined => change,
    asked: (_ids: readonly string[]): LiveChange[] => [],
    missed: vi.fn((_ids: readonly string[]) => {}),
  });

  it('who begins to listen is told what the database may not know yet', async () => {
    const [here, there] = [postgresBus(), postgresBus()];
    const id = newId();
    here.join({
      ...peers(),
      asked: (ids) => ids.map((datasourceId) => ({ datasourceId, updates: [[1, 1, 'kept']] })),
    });
    const { seen } = gather(there, id);
    await until(() => seen.values.get(1) === 'kept');
  });

  it('what is no news is told to nobody', async () => {
    const [here, there] = [postgresBus(), postgresBus()];
    const id = newId();
    there.join({
      ...peers(),
      change: ({ updates, ...rest }) => (updates?.[0]?.[1] === 1 ? undefined : rest),
    });
    const { seen } = gather(there, id);
    await until(() => here.wanted(id));
    here.publish({ datasourceId: id, updates: [[1, 1, 1]] });
    await new Promise((resolve) => setTimeout(resolve, 150)); // another frame
    here.publish({ datasourceId: id, arrivedAt: 2, updates: [[1, 2, 1]] });
    await until(() => seen.calls > 0);
    expect(seen).toMatchObject({ calls: 1, last: { arrivedAt: 2 } });
  });

  it('a lost connection is made again, and what may have been missed is asked for', async () => {
    const [here, there] = [postgresBus(), postgresBus()];
    const joined = peers();
    there.join(joined);
    const id = newId();
    const { seen } = gather(there, id);
    await until(() => here.wanted(id) && there.hearingSince(id) !== undefined);
    const since = there.hearingSince(id);
    joined.missed.mockClear();
    await pool().query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'twinnoverse-listen' and datname = current_database()`,
    );
    await until(() => joined.missed.mock.calls.length > 0);
    expect(joined.missed).toHaveBeenCalledWith([id]);
    expect(there.hearingSince(id)).not.toBe(since);
    await until(() => {
      here.publish({ datasourceId: id, updates: [[1, 1, 1]] });
      return seen.values.has(1);
    });
  });

  it('who leaves in order is forgotten at once', async () => {
    const [here, there] = [postgresBus(), postgresBus()];
    const id = newId();
    gather(there, id);
    await until(() => here.wanted(id));
    await there.close();
    await until(() => !here.wanted(id));
  });
});
