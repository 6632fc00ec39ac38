import { expect, it } from 'vitest';
import { getDatasource } from '@/lib/datasource/get-datasource';
import { makeSender } from '@/lib/ingest/test-sender';
import { useTestDatabase } from '@/lib/test-database';
import { flushNow } from './flusher';
import { writeMessages } from './write-messages';

useTestDatabase();

it('is told by what messages say of their time, and shown with the datasource [L6]', async () => {
  const sender = await makeSender();
  const ref = { id: sender.datasourceId, number: sender.number, workspaceId: sender.caller.workspaceId };
  const shown = async () => {
    await flushNow();
    return (await getDatasource(sender.caller, ref.id, 'http://localhost/api/ingest')).clockOffsetMs;
  };
  const begun = Date.now() - 60_000;
  const send = (i: number, offsetMs: number | undefined) =>
    writeMessages(
      ref,
      [
        {
          timeUs: offsetMs === undefined ? undefined : (begun + i * 1000 + offsetMs) * 1000,
          keys: ['a'],
          values: [i],
        },
      ],
      { arrivedMs: begun + i * 1000, metricsMax: 10 },
    );
  for (let i = 0; i < 6; i++) await send(i, undefined);
  expect(await shown()).toBeNull();
  for (let i = 6; i < 12; i++) await send(i, 180_000);
  expect(await shown()).toBe(180_000);
});
