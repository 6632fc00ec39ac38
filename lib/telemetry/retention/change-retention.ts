import { recordAudit } from '@/lib/audit/record';
import { assertMay, type Caller } from '@/lib/auth/caller';
import { findDatasource } from '@/lib/datasource/find-datasource';
import { problem } from '@/lib/problem';
import { transaction } from '@/lib/transaction';
import { dayOf, isoDay } from '../times';
import { type KeptWorkspace, loadKept } from './packed-days';
import { planDrops } from './plan-drops';
import type { DatasourceRetention, RetentionLoss, WorkspaceRetention } from './schema';

/** Sets how long the workspace keeps what it receives; what that drops goes with the next clean-up, within the hour. */
export async function saveWorkspaceRetention(caller: Caller, settings: WorkspaceRetention): Promise<void> {
  assertMay(caller, 'workspace:manage');
  const { workspaceId, userId } = caller;
  await transaction(async (client) => {
    await client.query('update workspace set retention = $2::jsonb, storage_bytes_max = $3 where id = $1', [
      workspaceId,
      JSON.stringify(settings.retention),
      settings.storageBytesMax,
    ]);
    await recordAudit(client, {
      workspaceId,
      userId,
      action: 'retention.change',
      subject: workspaceId,
      detail: settings,
    });
  });
}

/** The same for one datasource; null: as its workspace. */
export async function saveDatasourceRetention(
  caller: Caller,
  id: string,
  settings: DatasourceRetention,
): Promise<void> {
  await findDatasource(caller, id, 'workspace:manage');
  const { workspaceId, userId } = caller;
  await transaction(async (client) => {
    await client.query('update datasource set retention = $3::jsonb where id = $1 and workspace_id = $2', [
      id,
      workspaceId,
      settings.retention && JSON.stringify(settings.retention),
    ]);
    await recordAudit(client, {
      workspaceId,
      userId,
      action: 'retention.change',
      subject: id,
      detail: settings,
    });
  });
}

/** What `saveWorkspaceRetention` would drop. */
export async function previewWorkspaceRetention(
  caller: Caller,
  settings: WorkspaceRetention,
): Promise<RetentionLoss> {
  assertMay(caller, 'workspace:manage');
  return lossOf(caller, (workspace) => ({ ...workspace, ...settings }));
}

/** What `saveDatasourceRetention` would drop. */
export async function previewDatasourceRetention(
  caller: Caller,
  id: string,
  settings: DatasourceRetention,
): Promise<RetentionLoss> {
  await findDatasource(caller, id, 'workspace:manage');
  return lossOf(caller, (workspace) => ({
    ...workspace,
    datasources: workspace.datasources.map((datasource) =>
      datasource.id === id ? { ...datasource, ...settings } : datasource,
    ),
  }));
}

async function lossOf(
  caller: Caller,
  change: (workspace: KeptWorkspace) => KeptWorkspace,
): Promise<RetentionLoss> {
  const workspace = await loadKept(caller.workspaceId);
  if (!workspace) throw problem('not_found');
  const today = dayOf(Date.now() * 1000);
  // What was packed today is spared today only: the loss is told whole.
  const planned = new Set(planDrops(workspace, today + 1).map(nameOf));
  const drops = planDrops(change(workspace), today + 1).filter((drop) => !planned.has(nameOf(drop)));
  const days = drops.filter(({ part }) => part === 'readings').map(({ day }) => day);
  return {
    readings: drops.reduce((sum, { readings }) => sum + readings, 0),
    bytes: drops.reduce((sum, { bytes }) => sum + bytes, 0),
    before: days.length > 0 ? isoDay(Math.max(...days) + 1) : null,
  };
}

const nameOf = ({ datasource, day, part }: ReturnType<typeof planDrops>[number]): string =>
  `${datasource.id} ${day} ${part}`;
