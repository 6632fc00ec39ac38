import { describe, expect, it } from 'vitest';
import type { Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import type { Prisma } from '@/lib/generated/prisma/client';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/test-database';
import { makeMember } from '@/lib/test-member';
import { createDatasource } from './create-datasource';
import { exampleSchema } from './example-schema';

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

async function addAsset(caller: Caller, name: string, widgets: Prisma.InputJsonObject[]): Promise<void> {
  await prisma().asset.create({
    data: {
      id: newId('asset'),
      workspaceId: caller.workspaceId,
      name,
      fileName: 'a.glb',
      modelHash: 'h',
      statistics: {},
      parts: [],
      document: { schemaVersion: 1, widgets },
    },
  });
}

async function arrive(
  datasourceId: string,
  key: string,
  kind: 'number' | 'structure',
  value: object | number,
) {
  const metric = await prisma().metric.create({ data: { datasourceId, key, kind } });
  await prisma().metricLatest.create({ data: { metricId: metric.id, time: new Date(), value } });
}

describe('example schema', () => {
  it('is the documented sample while nothing is known', async () => {
    const { caller, id } = await connected();
    expect(await exampleSchema(caller, id)).toEqual({
      from: 'sample',
      body: { temperature: 42.5 },
      widgets: 0,
      assets: [],
      conflicts: [],
    });
  });

  it('is what arrived while no widget shows it', async () => {
    const { caller, id } = await connected();
    await arrive(id, 'motor.rpm', 'number', 1480);
    await arrive(id, 'output', 'structure', { machines: ['A'], units: [3] });
    expect(await exampleSchema(caller, id)).toMatchObject({
      from: 'metrics',
      body: { motor: { rpm: 1480 }, output: { machines: ['A'], units: [3] } },
    });
  });

  it('is made from the widgets that show it, on all assets, and from no others', async () => {
    const { caller, id } = await connected();
    const other = await connected();
    await arrive(id, 'anything', 'number', 1);
    await arrive(id, 'temperature', 'number', 40);
    const base = { title: 'T', datasourceId: id };
    await addAsset(caller, 'Tablet press', [
      { ...base, id: 'a', kind: 'single_data', dataKey: 'bearing.temperature' },
      {
        ...base,
        id: 'b',
        kind: 'double_data',
        dataKey: 'motor_stats',
        primarySubKey: 'rpm',
        secondarySubKey: 'vibration',
      },
      { ...base, id: 'c', kind: 'single_data', dataKey: 'not_ours', datasourceId: other.id },
      { ...base, id: 'd', kind: 'from_the_future', dataKey: 'unknown' },
    ]);
    await addAsset(caller, 'Line board', [
      {
        ...base,
        id: 'a',
        kind: 'bar_chart',
        dataKey: 'production_output',
        labelsKey: 'machines',
        valuesKey: 'units_per_hour',
      },
      { ...base, id: 'b', kind: 'line_chart', dataKey: 'temperature' },
    ]);
    const example = await exampleSchema(caller, id);
    expect(example).toMatchObject({
      from: 'widgets',
      widgets: 4,
      assets: [{ name: 'Line board' }, { name: 'Tablet press' }],
      conflicts: [],
    });
    expect(example.body).toEqual({
      production_output: {
        machines: ['Machine A', 'Machine B', 'Machine C'],
        units_per_hour: [112, 124, 98],
      },
      temperature: 42.5,
      bearing: { temperature: 42.5 },
      motor_stats: { rpm: 1500, vibration: 0.75 },
    });
  });
});
