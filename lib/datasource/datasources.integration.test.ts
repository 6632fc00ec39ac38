import { describe, expect, it } from 'vitest';
import type { Caller } from '@/lib/auth/caller';
import { pool, prisma } from '@/lib/database';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/test-database';
import { makeMember } from '@/lib/test-member';
import { createDatasource } from './create-datasource';
import { datasourceUsage } from './datasource-usage';
import { deleteDatasource } from './delete-datasource';
import { getDatasource } from './get-datasource';
import { listDatasources } from './list-datasources';
import { listMetrics } from './list-metrics';
import { listRefusals } from './list-refusals';
import { updateDatasource } from './update-datasource';
import { updateMetric } from './update-metric';

useTestDatabase();

const URL = 'http://localhost/api/ingest/x';
const source = (caller: Caller, name = 'Tablet press P-2') =>
  createDatasource(caller, { type: 'api_ingest', name, description: 'line 2' });

/** What ingest would have written: a metric with readings, counts, a message. */
async function receive(datasourceId: string, minutesAgo: number, readings = 300): Promise<void> {
  const { number } = await prisma().datasource.findUniqueOrThrow({ where: { id: datasourceId } });
  await pool().query(
    `with m as (insert into metric (datasource_id, key, kind) values ($1, 'temperature', 'number')
                on conflict (datasource_id, key) do update set key = excluded.key returning id),
          l as (insert into metric_latest (metric_id, time, value) select id, now(), '42.5' from m
                on conflict (metric_id) do nothing),
          c as (insert into ingest_minute (datasource_id, minute, messages, readings)
                values ($1, date_trunc('minute', now()) - make_interval(mins => $2), 60, $3)),
          s as (insert into message (datasource, shape, time, numbers) values ($4, 1, now(), '{42.5}'))
     update datasource set last_message_at = now() - make_interval(mins => $2) where id = $1`,
    [datasourceId, minutesAgo, readings, number],
  );
}

const refuse = (datasourceId: string, code: string, at = new Date()) =>
  prisma().ingestRequest.create({
    data: {
      datasourceId,
      at,
      status: 401,
      code,
      endpoint: 'own',
      exchange: { detail: 'The key was revoked.' },
      body: Buffer.from('{"a":1}'),
      bodyBytes: 7,
      messages: 0,
      readings: 0,
      durationUs: 0,
    },
  });

async function showOnAsset(
  caller: Caller,
  name: string,
  datasourceId: string,
  kinds: object[],
): Promise<string> {
  const id = newId('asset');
  const widgets = kinds.map((kind, index) => ({ id: `w${index}`, title: 'T', datasourceId, ...kind }));
  await prisma().asset.create({
    data: {
      id,
      workspaceId: caller.workspaceId,
      name,
      fileName: 'a.glb',
      modelHash: 'h',
      statistics: {},
      parts: [],
      document: { schemaVersion: 1, widgets },
    },
  });
  return id;
}

describe('a datasource', () => {
  it('is created with its first key, of which only a fingerprint is kept', async () => {
    const { caller } = await makeMember();
    const { datasource, apiKey } = await source(caller);
    expect(apiKey?.key).toMatch(/^twk_/);
    const keys = await prisma().apiKey.findMany({ where: { datasourceId: datasource.id } });
    expect(keys).toHaveLength(1);
    expect(JSON.stringify(keys)).not.toContain(apiKey?.key ?? '?');
    const [listed] = await listDatasources(caller);
    expect(listed).toMatchObject({
      id: datasource.id,
      status: 'never',
      lastMessageAt: null,
      metrics: 0,
      readingsPerMinute: 0,
      keys: { situation: 'active', working: 1 },
    });
  });

  it('tells how it fares: live, stale, refused since', async () => {
    const { caller } = await makeMember();
    const [live, stale, broken] = await Promise.all(
      ['Live', 'Stale', 'Broken'].map((name) => source(caller, name)),
    );
    await receive(live?.datasource.id ?? '', 0);
    await receive(stale?.datasource.id ?? '', 14);
    await receive(broken?.datasource.id ?? '', 12);
    await refuse(broken?.datasource.id ?? '', 'invalid_json', new Date(Date.now() - 9 * 60_000));
    await refuse(broken?.datasource.id ?? '', 'unauthorized');
    const list = await listDatasources(caller);
    expect(list.map(({ name, status }) => [name, status])).toEqual([
      ['Broken', 'error'],
      ['Live', 'live'],
      ['Stale', 'stale'],
    ]);
    expect(list[0]?.refused).toMatchObject({ count: 2, code: 'unauthorized' });
    expect(list[1]?.minutes.at(-1)).toBe(300);
    expect(list[1]?.readingsPerMinute).toBe(300);
    expect(list[2]?.minutes.at(-15)).toBe(300);
  });

  it('is renamed, described, and told when it counts as stale', async () => {
    const { caller } = await makeMember();
    const { datasource } = await source(caller);
    await receive(datasource.id, 1);
    await updateDatasource(caller, datasource.id, { name: 'Press', staleAfterSeconds: 30 });
    const detail = await getDatasource(caller, datasource.id, URL);
    expect(detail).toMatchObject({
      name: 'Press',
      description: 'line 2',
      staleAfterSeconds: 30,
      staleAfterSecondsSet: 30,
      status: 'stale',
      ingestionUrl: URL,
      lastDay: { messages: 60, refused: 0 },
    });
  });

  it('says what is lost with it, and goes with everything it received', async () => {
    const { caller } = await makeMember();
    const { datasource } = await source(caller);
    const other = await source(caller, 'Other');
    await receive(datasource.id, 1);
    await receive(other.datasource.id, 1);
    await refuse(datasource.id, 'unauthorized');
    const widget = { kind: 'single_data', dataKey: 'temperature' };
    const press = await showOnAsset(caller, 'Tablet press', datasource.id, [
      widget,
      widget,
      { kind: 'of_2030' },
    ]);
    await showOnAsset(caller, 'Elsewhere', other.datasource.id, [widget]);

    expect(await datasourceUsage(caller, datasource.id)).toMatchObject({
      metrics: 1,
      readings: 300,
      keys: 1,
      widgets: 3,
      assets: [{ id: press, name: 'Tablet press', widgets: 3 }],
    });
    await deleteDatasource(caller, datasource.id);
    expect(await listDatasources(caller)).toHaveLength(1);
    const { rows } = await pool().query<{ table: string; rows: number }>(
      `select 'message' as table, count(*)::int as rows from message where datasource = $2
       union all select 'api_key', count(*)::int from api_key where datasource_id = $1
       union all select 'metric', count(*)::int from metric where datasource_id = $1
       union all select 'ingest_request', count(*)::int from ingest_request where datasource_id = $1
       union all select 'ingest_minute', count(*)::int from ingest_minute where datasource_id = $1`,
      [datasource.id, datasource.number],
    );
    expect(rows.filter((row) => row.rows > 0)).toEqual([]);
    const { rows: kept } = await pool().query('select from message where datasource = $1', [
      other.datasource.number,
    ]);
    expect(kept).toHaveLength(1);
  });
});

describe('metrics', () => {
  it('are named and given units; an empty text takes them away', async () => {
    const { caller } = await makeMember();
    const { datasource } = await source(caller);
    await receive(datasource.id, 0);
    const [metric] = await listMetrics(caller, datasource.id);
    expect(metric).toMatchObject({ key: 'temperature', kind: 'number', latest: { value: 42.5 } });
    const id = metric?.id ?? 0;
    expect(
      await updateMetric(caller, datasource.id, id, { displayName: 'Bearing', unit: '°C' }),
    ).toMatchObject({
      displayName: 'Bearing',
      unit: '°C',
    });
    expect(await updateMetric(caller, datasource.id, id, { unit: null })).toMatchObject({
      displayName: 'Bearing',
      unit: null,
    });
  });

  it('of one datasource are not reached through another', async () => {
    const { caller } = await makeMember();
    const [one, two] = await Promise.all([source(caller, 'One'), source(caller, 'Two')]);
    await receive(one.datasource.id, 0);
    const [metric] = await listMetrics(caller, one.datasource.id);
    const change = updateMetric(caller, two.datasource.id, metric?.id ?? 0, { unit: 'x' });
    await expect(change).rejects.toMatchObject({ code: 'not_found' });
    expect((await listMetrics(caller, one.datasource.id))[0]?.unit).toBeNull();
  });
});

describe('refusals', () => {
  it('come newest first with the start of the body', async () => {
    const { caller } = await makeMember();
    const { datasource } = await source(caller);
    await refuse(datasource.id, 'invalid_json', new Date(Date.now() - 1000));
    await refuse(datasource.id, 'too_large');
    const refusals = await listRefusals(caller, datasource.id);
    expect(refusals.map((refusal) => refusal.code)).toEqual(['too_large', 'invalid_json']);
    expect(refusals[0]).toMatchObject({ status: 401, bodyStart: '{"a":1}', errors: [] });
  });
});

describe('keys in the list', () => {
  it('are not told to those who may not see keys', async () => {
    const { caller } = await makeMember();
    await source(caller);
    const viewer = await makeMember({ role: 'viewer', beside: caller });
    expect((await listDatasources(viewer.caller))[0]?.keys).toBeNull();
  });
});
