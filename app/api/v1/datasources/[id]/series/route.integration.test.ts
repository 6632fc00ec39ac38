import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pool } from '@/lib/database';
import { makeSender, type TestSender } from '@/lib/ingest/test-sender';
import type { Series } from '@/lib/live/protocol';
import { makeSharedScene } from '@/lib/scene/test-shared-scene';
import { writeForTest } from '@/lib/telemetry/history/write-for-test';
import { useTestDatabase } from '@/lib/test-database';
import { GET } from './route';

useTestDatabase();

const NOW = Date.now();
const START = NOW - 3_600_000;

async function read(id: string, query: Record<string, string | number>, cookie?: string) {
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const answer = await GET(
    new Request(`http://localhost/api/v1/datasources/${id}/series?${search}`, {
      headers: cookie ? { cookie } : {},
    }),
    { params: Promise.resolve({ id }) },
  );
  return { status: answer.status, json: await answer.json() };
}

const series = async (sender: TestSender, query: Record<string, string | number>): Promise<Series> => {
  const { status, json } = await read(sender.datasourceId, query, sender.cookie);
  expect(status).toBe(200);
  return json;
};

describe('a series', () => {
  it('of few readings is given as it came [S1]', async () => {
    const sender = await makeSender();
    await writeForTest(sender, [
      [START, { a: 1, b: 9 }],
      [START + 1_000, { a: 2 }],
      [START + 1_500, { b: 8 }],
      [START + 2_000, { a: 3, state: 'on' }],
    ]);
    const answer = await series(sender, { metric: 'a', from: START, to: START + 2_000 });
    expect(answer).toMatchObject({ bucketMs: 0, metric: { key: 'a', kind: 'number' }, others: [] });
    expect(answer.buckets).toEqual([
      [START, 1, 1, 1, 1, 1],
      [START + 1_000, 2, 2, 2, 2, 1],
    ]);
    const iso = await series(sender, { metric: 'a', from: new Date(START + 1).toISOString() });
    expect(iso.buckets.map(([time]) => time - START)).toEqual([1_000, 2_000]);
  });

  it('of many keeps every peak and counts every reading [S2]', async () => {
    const sender = await makeSender();
    // JSON has no -0: adding 0 makes it 0.
    const number = fc.double({ noNaN: true, min: -1e9, max: 1e9 }).map((value) => value + 0);
    const values = fc.array(number, { minLength: 30, maxLength: 200 });
    let from = Date.UTC(2021, 0, 1);
    await fc.assert(
      fc.asyncProperty(values, fc.integer({ min: 1, max: 20 }), async (all, points) => {
        from += 86_400_000;
        await writeForTest(
          sender,
          all.map((a, i) => [from + i * 1_000, i % 3 === 0 ? { a } : { a, b: 1 }]),
        );
        const { buckets } = await series(sender, {
          metric: 'a',
          from,
          to: from + all.length * 1_000,
          points,
        });
        expect(buckets.length).toBeLessThanOrEqual(points);
        expect(buckets.reduce((sum, [, , , , , count]) => sum + count, 0)).toBe(all.length);
        expect(Math.min(...buckets.map(([, min]) => min))).toBe(Math.min(...all));
        expect(Math.max(...buckets.map(([, , max]) => max))).toBe(Math.max(...all));
        expect(buckets.at(-1)?.[4]).toBe(all.at(-1));
        const sum = buckets.reduce((total, [, , , mean, , count]) => total + mean * count, 0);
        expect(sum / all.length).toBeCloseTo(all.reduce((a, b) => a + b, 0) / all.length, 3);
      }),
      { numRuns: 10 },
    );
  });

  it('of texts, structures and mismatches has the last of each bucket', async () => {
    const sender = await makeSender();
    const chart = { labels: ['A'], values: [1] };
    await writeForTest(sender, [
      [START, { state: 'on', chart, t: 1 }],
      [START + 10, { state: 'off' }],
      [START + 1_800_000, { state: 'on', t: 'N/A' }],
    ]);
    const state = await series(sender, { metric: 'state', from: START, to: NOW, points: 4 });
    expect(state.others).toEqual([
      [START + 10, 'off'],
      [START + 1_800_000, 'on'],
    ]);
    expect((await series(sender, { metric: 'chart', from: START, to: NOW })).others).toEqual([
      [START, chart],
    ]);
    // Mismatches are counted with the next flush; until then the metric is a number that always was one.
    await pool().query('update metric set mismatches = 1 where datasource_id = $1', [sender.datasourceId]);
    const mixed = await series(sender, { metric: 't', from: START, to: NOW });
    expect([mixed.buckets.length, mixed.others]).toEqual([1, [[START + 1_800_000, 'N/A']]]);
  });

  it.each([
    [{}, '/metric'],
    [{ metric: 'a', from: 'soon' }, '/from'],
    [{ metric: 'a', points: 0 }, '/points'],
    [{ metric: 'a', points: 100_000 }, '/points'],
    [{ metric: 'a', from: 2_000, to: 1_000 }, '/from'],
  ])('with the query %j is refused with the field', async (query, pointer) => {
    const sender = await makeSender();
    const { status, json } = await read(sender.datasourceId, query as Record<string, string>, sender.cookie);
    expect([status, json.code, json.errors[0].pointer]).toEqual([400, 'invalid_request', pointer]);
  });
});

describe('who may read a series [S3]', () => {
  it('members of the workspace; foreign and missing are the same', async () => {
    const [own, foreign] = [await makeSender(), await makeSender()];
    await writeForTest(own, [[START, { a: 1 }]]);
    await writeForTest(foreign, [[START, { a: 1 }]]);
    const query = { metric: 'a', from: START, to: NOW };
    expect((await read(own.datasourceId, query)).status).toBe(401);
    const answers = await Promise.all(
      [foreign.datasourceId, 'dsr_000000000000000000000', 'nonsense'].map((id) =>
        read(id, query, own.cookie),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect({ ...answers[0]?.json, requestId: '' }).toEqual({ ...answers[1]?.json, requestId: '' });
    expect((await read(own.datasourceId, { ...query, metric: 'nothing' }, own.cookie)).status).toBe(404);
  });

  it('who holds a public link reads the datasources of its scene, and no others', async () => {
    const [shown, hidden] = [await makeSender(), await makeSender()];
    await writeForTest(shown, [[START, { a: 1 }]]);
    const { token } = await makeSharedScene(shown);
    const query = { metric: 'a', from: START, to: NOW, share: token };
    expect((await read(shown.datasourceId, query)).json.buckets).toHaveLength(1);
    expect((await read(hidden.datasourceId, query)).status).toBe(404);
    expect(
      (await read(shown.datasourceId, { ...query, share: 'tws_00000000000000000000000000000000' })).status,
    ).toBe(404);
  });
});
