import type { Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import { liveBus } from '@/lib/live/bus';
import { knownMemory } from '@/lib/telemetry/datasource-memory';
import { announceDatasource } from '@/lib/telemetry/peers';
import { stateOf } from '@/lib/telemetry/snapshot';
import { findDatasource } from './find-datasource';
import type { UpdateDatasource } from './schema';

/** Renames a datasource, or sets its description or when it counts as stale; open pages hear of it at once. */
export async function updateDatasource(caller: Caller, id: string, change: UpdateDatasource): Promise<void> {
  await findDatasource(caller, id, 'datasource:write');
  const saved = await prisma().datasource.update({
    where: { id, workspaceId: caller.workspaceId },
    data: change,
  });
  announceDatasource(id);
  const memory = knownMemory(id);
  if (!memory) return;
  memory.name = saved.name;
  memory.staleAfterSeconds = saved.staleAfterSeconds;
  liveBus().publish({ datasourceId: id, state: stateOf(memory) });
}
