import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FreshCache } from './fresh-cache';

/** A table in memory whose queries are counted. */
function table() {
  const rows = new Map<string, number>();
  const queries: string[][] = [];
  const load = async (names: readonly string[]) => {
    queries.push([...names]);
    return new Map(names.flatMap((name) => (rows.has(name) ? [[name, rows.get(name) ?? 0] as const] : [])));
  };
  const cache = new FreshCache({ load, absentMsMax: 30_000, entriesMax: 100, queriesPerSecond: 5 });
  const get = async (name: string) => {
    const found = cache.find(name);
    return found === null ? cache.ask(name) : found;
  };
  return { rows, queries, cache, get };
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('rows in memory', () => {
  it('cost one query however many ask, and none while they are fresh', async () => {
    const { rows, queries, get, cache } = table();
    rows.set('a', 1);
    const asked = Promise.all([get('a'), get('a'), get('b')]);
    await vi.advanceTimersByTimeAsync(1);
    expect(await asked).toEqual([1, 1, undefined]);
    expect(queries).toEqual([['a', 'b']]);
    expect(cache.find('a')).toBe(1);
    expect(cache.find('b')).toBeUndefined();
    expect(queries).toHaveLength(1);
  });

  it('are refreshed behind the scenes, and never older than a second', async () => {
    const { rows, get, cache } = table();
    rows.set('a', 1);
    void get('a');
    await vi.advanceTimersByTimeAsync(1);
    rows.set('a', 2);
    await vi.advanceTimersByTimeAsync(600);
    expect(cache.find('a')).toBe(1); // asks for the new one
    await vi.advanceTimersByTimeAsync(1);
    expect(cache.find('a')).toBe(2);
    rows.delete('a');
    await vi.advanceTimersByTimeAsync(1_500);
    const late = Promise.resolve(cache.find('a'));
    await vi.advanceTimersByTimeAsync(1);
    expect(await late).toBeUndefined();
  });

  it('stay fresh whatever becomes of the clock', async () => {
    const { rows, get, cache } = table();
    rows.set('a', 1);
    void get('a');
    await vi.advanceTimersByTimeAsync(1);
    rows.set('a', 2);
    vi.setSystemTime(Date.now() - 900_000);
    await vi.advanceTimersByTimeAsync(1_001);
    const late = Promise.resolve(cache.find('a'));
    await vi.advanceTimersByTimeAsync(1);
    expect(await late).toBe(2);
  });

  it('that changed while they were asked for are asked for again', async () => {
    const rows = new Map([['a', 1]]);
    let answers = 0;
    const cache = new FreshCache<number>({
      load: async () => {
        const seen = new Map(rows);
        answers += 1;
        await new Promise((resolve) => setTimeout(resolve, 50));
        return seen;
      },
      absentMsMax: 1_000,
      entriesMax: 10,
      queriesPerSecond: 5,
    });
    const asked = cache.ask('a');
    await vi.advanceTimersByTimeAsync(10);
    rows.set('a', 2);
    cache.forget(() => true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await asked).toBe(2);
    expect(answers).toBe(2);
  });

  it('that are not there cost few queries, and do not hold up those that are', async () => {
    const { rows, queries, get, cache } = table();
    rows.set('a', 1);
    void get('a');
    await vi.advanceTimersByTimeAsync(1);
    const before = queries.length;
    let flood = 0;
    const timer = setInterval(() => {
      for (let i = 0; i < 50; i++) void get(`made up ${flood++}`);
      void get('a');
    }, 10);
    await vi.advanceTimersByTimeAsync(10_000);
    clearInterval(timer);
    const own = queries.filter((names) => names.includes('a'));
    expect(flood).toBeGreaterThan(40_000);
    // Five a second and a burst of ten; those for what is known are apart.
    expect(queries.length - before - own.length).toBeLessThanOrEqual(5 * 10 + 10 + 1);
    expect(await cache.find('a')).toBe(1);
    expect(own.every((names) => names.length === 1)).toBe(true);
  });

  it('are refused with 503 while the database is away, and found again afterwards', async () => {
    let isAway = true;
    const cache = new FreshCache<number>({
      load: async (names) => {
        if (isAway) throw new Error('away');
        return new Map(names.map((name) => [name, 1]));
      },
      absentMsMax: 1_000,
      entriesMax: 10,
      queriesPerSecond: 5,
    });
    const refused = cache.ask('a').catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(1);
    expect(await refused).toMatchObject({ code: 'unavailable' });
    isAway = false;
    const asked = cache.ask('a');
    await vi.advanceTimersByTimeAsync(1);
    expect(await asked).toBe(1);
  });

  it('are looked up again when notices may have been missed', async () => {
    const { rows, get, cache } = table();
    void get('a');
    await vi.advanceTimersByTimeAsync(1);
    rows.set('a', 1);
    expect(cache.find('a')).toBeUndefined();
    cache.distrust();
    expect(cache.find('a')).toBeNull();
  });
});
