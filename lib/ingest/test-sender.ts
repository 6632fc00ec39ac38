import { pool } from '@/lib/database';
import { createDatasource } from '@/lib/datasource/create-datasource';
import { flushNow } from '@/lib/telemetry/flusher';
import { makeMember, type TestMember } from '@/lib/test-member';
import { findEndpoint } from './endpoint/registry';
import { ingest } from './ingest';
import type { IngestAnswer, IngestRequest } from './request';

export type TestSender = TestMember & { datasourceId: string; number: number; key: string; keyId: string };

/** A datasource with a key, in a workspace of its own or in a member's. */
export async function makeSender(member?: TestMember): Promise<TestSender> {
  const owner = member ?? (await makeMember());
  const { datasource, apiKey } = await createDatasource(owner.caller, {
    type: 'api_ingest',
    name: 'Line',
    description: '',
  });
  if (!apiKey) throw new Error('This type has a key.');
  return {
    ...owner,
    datasourceId: datasource.id,
    number: datasource.number,
    key: apiKey.key,
    keyId: apiKey.id,
  };
}

export type StoredMessage = { time: Date; numbers: number[]; others: Record<string, unknown> | null };

/** What is stored of a datasource, oldest first. */
export async function storedMessages(sender: { number: number }): Promise<StoredMessage[]> {
  const { rows } = await pool().query<StoredMessage>(
    'select time, numbers, others from message where datasource = $1 order by time, shape',
    [sender.number],
  );
  return rows;
}

/** Data keys with their written latest values. */
export async function storedLatest(sender: { datasourceId: string }): Promise<Record<string, unknown>> {
  await flushNow();
  const { rows } = await pool().query<{ key: string; value: unknown }>(
    `select m.key, l.value from metric m join metric_latest l on l.metric_id = m.id
      where m.datasource_id = $1 order by m.key`,
    [sender.datasourceId],
  );
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}

/** An asset with one bar chart that shows the sender's datasource. */
export async function linkChart(
  sender: TestSender,
  chart: { dataKey: string; labelsKey: string; valuesKey: string },
): Promise<void> {
  const widget = { id: 'w1', kind: 'bar_chart', title: 'Chart', datasourceId: sender.datasourceId, ...chart };
  await pool().query(
    `insert into asset (id, workspace_id, name, file_name, model_hash, statistics, parts, document, updated_at)
     values ($1, $2, 'Machine', 'machine.glb', 'hash', '{}', '[]', $3, now())`,
    [
      `ast_${sender.datasourceId.slice(4)}`,
      sender.caller.workspaceId,
      { schemaVersion: 1, widgets: [widget] },
    ],
  );
}

/** A request as a door would hand it over. */
export function testRequest(
  body: string | Buffer,
  {
    headers = {},
    ...rest
  }: Partial<Omit<IngestRequest, 'header' | 'headers'>> & {
    headers?: Record<string, string | undefined>;
  } = {},
): IngestRequest {
  return {
    method: 'POST',
    path: '/api/ingest',
    query: '',
    address: '192.0.2.1',
    requestId: 'test',
    header: (name) => headers[name],
    headers: () => Object.entries(headers),
    readBody: async () => Buffer.from(body),
    bodyPieces: async function* () {
      yield Buffer.from(body);
    },
    ...rest,
  };
}

/** Sends a request past both doors. */
export async function sendRequest(request: IngestRequest): Promise<IngestAnswer> {
  const found = findEndpoint(request.path, request.query);
  if (!found) throw new Error(`Nobody answers ${request.path}.`);
  return ingest(request, found);
}
