import { describe, expect, it } from 'vitest';
import type { Caller } from '@/lib/auth/caller';
import { flushNow } from '@/lib/telemetry/flusher';
import { useTestDatabase } from '@/lib/test-database';
import { makeMember } from '@/lib/test-member';
import { createDatasource } from './create-datasource';
import { deleteDatasource } from './delete-datasource';
import { getDatasource } from './get-datasource';
import { listMetrics } from './list-metrics';
import { sendTestReading } from './send-test-reading';

useTestDatabase();

async function connected(): Promise<{ caller: Caller; id: string }> {
  const { caller } = await makeMember();
  const { datasource } = await createDatasource(caller, {
    type: 'api_ingest',
    name: 'Line',
    description: '',
  });
  return { caller, id: datasource.id };
}

const values = async (caller: Caller, id: string) => {
  await flushNow();
  return (await listMetrics(caller, id)).map(({ key, kind, latest }) => [key, kind, latest?.value]);
};

describe('a test reading', () => {
  it('arrives like any other message', async () => {
    const { caller, id } = await connected();
    const body = { motor: { rpm: 1480, on: true }, output: { machines: ['A'], units: [3] }, batch: 'TB-1' };
    expect(await sendTestReading(caller, id, body)).toEqual({ accepted: 1, readings: 4 });
    expect(await values(caller, id)).toEqual([
      ['batch', 'text', 'TB-1'],
      ['motor.on', 'boolean', true],
      ['motor.rpm', 'number', 1480],
      ['output', 'structure', { machines: ['A'], units: [3] }],
    ]);
    expect(await getDatasource(caller, id, 'http://localhost/x')).toMatchObject({
      status: 'live',
      lastDay: { messages: 1, refused: 0 },
    });
  });

  it('without a body is the example schema', async () => {
    const { caller, id } = await connected();
    await sendTestReading(caller, id, undefined);
    expect(await values(caller, id)).toEqual([['temperature', 'number', 42.5]]);
  });

  it('is refused by the same rules, and then nothing of it is stored', async () => {
    const { caller, id } = await connected();
    const bad = sendTestReading(caller, id, [
      { temperature: 1 },
      { temperature: 2, timestamp: '9999-01-01T00:00:00Z' },
    ]);
    await expect(bad).rejects.toMatchObject({ code: 'invalid_reading' });
    expect(await values(caller, id)).toEqual([]);
  });

  it('does not bring a deleted datasource back', async () => {
    const { caller, id } = await connected();
    await sendTestReading(caller, id, undefined);
    await deleteDatasource(caller, id);
    await expect(sendTestReading(caller, id, undefined)).rejects.toMatchObject({ code: 'not_found' });
  });
});
