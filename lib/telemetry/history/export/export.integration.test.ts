import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { makeSender, type TestSender } from '@/lib/ingest/test-sender';
import { useTestDatabase } from '@/lib/test-database';
import { flushNow } from '../../flusher';
import { findSource } from '../metric-source';
import { sealForTest } from '../seal-for-test';
import { writeForTest } from '../write-for-test';
import { exportQuerySchema } from './export-query';
import { exportReadings } from './export-readings';
import { exportTable } from './export-table';
import { csvText } from './write-csv';

useTestDatabase();

const START = Date.UTC(2025, 2, 30);
const DAY_MS = 86_400_000;

const take = (sender: TestSender, query: Record<string, string>) =>
  exportReadings(sender.caller, sender.datasourceId, exportQuerySchema.parse(query));
const text = async (sender: TestSender, query: Record<string, string>) => (await take(sender, query)).text();

async function filled(): Promise<TestSender> {
  const sender = await makeSender();
  await writeForTest(sender, [
    [START, { rpm: 1_480.5, state: 'run' }],
    [START + 0.25, { rpm: -3 }],
    [START + DAY_MS, { rpm: 'N/A', state: '=HYPERLINK("x")', 'out, "A"': { values: [1, 2] } }],
    [START + 2 * DAY_MS, { state: true }],
  ]);
  await flushNow();
  await sealForTest(sender, START / DAY_MS);
  await sealForTest(sender, START / DAY_MS + 2);
  return sender;
}

describe('an export', () => {
  it('as wide CSV has a line for each time and no formula [X2]', async () => {
    const sender = await filled();
    expect((await text(sender, {})).split('\r\n')).toEqual([
      'time,"out, ""A""",rpm,state',
      '2025-03-30T00:00:00.000Z,,1480.5,run',
      '2025-03-30T00:00:00.000250Z,,-3,',
      `2025-03-31T00:00:00.000Z,"{""values"":[1,2]}",N/A,"'=HYPERLINK(""x"")"`,
      '2025-04-01T00:00:00.000Z,,,true',
      '',
    ]);
  });

  it('writes times in an offset, of the metrics and the range that were asked for', async () => {
    const sender = await filled();
    const query = {
      metrics: 'state',
      from: String(START + 1),
      offset: '-03:30',
      layout: 'long',
      format: 'ndjson',
    };
    expect(
      (await text(sender, query))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { time: '2025-03-30T20:30:00.000-03:30', metric: 'state', value: '=HYPERLINK("x")' },
      { time: '2025-03-31T20:30:00.000-03:30', metric: 'state', value: true },
    ]);
    const wide = (await text(sender, { format: 'ndjson' })).trim().split('\n');
    expect(JSON.parse(wide[1] ?? '')).toEqual({ time: '2025-03-30T00:00:00.000250Z', rpm: -3 });
  });

  it('as Parquet is read back as it was', async () => {
    const sender = await filled();
    const answer = await take(sender, { format: 'parquet' });
    expect(answer.headers.get('content-disposition')).toMatch(/filename="Line [\dT-]+\.parquet"/);
    const rows = await parquetReadObjects({ file: await answer.arrayBuffer() });
    expect(
      rows.map(({ time, rpm, 'rpm (text)': rpmText, 'state (text)': state }) => [
        Number(time),
        rpm,
        rpmText,
        state,
      ]),
    ).toEqual([
      [START, 1_480.5, null, 'run'],
      [START, -3, null, null],
      [START + DAY_MS, null, 'N/A', '=HYPERLINK("x")'],
      [START + 2 * DAY_MS, null, null, 'true'],
    ]);
    const long = await parquetReadObjects({
      file: await (await take(sender, { format: 'parquet', layout: 'long', metrics: 'rpm' })).arrayBuffer(),
    });
    expect(long.map(({ metric, value }) => [metric, value])).toEqual([
      ['rpm', 1_480.5],
      ['rpm', -3],
      ['rpm', null],
    ]);
  });

  it('without readings is a header, or an empty file that still can be read', async () => {
    const sender = await makeSender();
    await writeForTest(sender, [[START, { a: 1 }]]);
    const range = { from: String(START + 1), to: String(START + 2) };
    expect(await text(sender, range)).toBe('time,a\r\n');
    const parquet = await (await take(sender, { ...range, format: 'parquet' })).arrayBuffer();
    expect(await parquetReadObjects({ file: parquet })).toEqual([]);
  });

  it('holds a bounded number of cells, also of metrics that each come at their own time [X1]', async () => {
    const sender = await makeSender();
    const [metrics, times] = [250, 20];
    await writeForTest(
      sender,
      Array.from({ length: metrics * times }, (_, i) => [START + i, { [`m${i % metrics}`]: i }]),
    );
    const source = await findSource({ id: sender.datasourceId, number: sender.number });
    const span = { fromUs: START * 1000, toUs: (START + DAY_MS) * 1000 };
    const found: unknown[] = [];
    for await (const { timesUs, cells } of exportTable(source, span, 'wide').blocks) {
      expect(timesUs.length * cells.length).toBeLessThanOrEqual(1_000_000);
      for (const [line, time] of timesUs.entries()) {
        for (const [column, values] of cells.entries())
          if (values[line] !== undefined) found.push([time, source.metrics[column]?.info.key, values[line]]);
      }
    }
    expect(found).toEqual(
      Array.from({ length: metrics * times }, (_, i) => [(START + i) * 1000, `m${i % metrics}`, i]),
    );
  });

  it('ends its work when the reader goes away', async () => {
    const sender = await filled();
    const body = (await take(sender, {})).body;
    const reader = body?.getReader();
    await reader?.read();
    await expect(reader?.cancel()).resolves.toBeUndefined();
  });

  it('guards any text against being a formula, and quotes it back [X2]', () => {
    fc.assert(
      fc.property(fc.string(), (given) => {
        const cell = csvText(given);
        const plain = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        expect(/^[=+\-@\t\r]/.test(plain)).toBe(false);
        expect(plain === given || plain === `'${given}`).toBe(true);
        if (!cell.startsWith('"')) expect(cell).not.toMatch(/[",\r\n]/);
      }),
    );
  });
});
