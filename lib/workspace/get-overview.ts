import { assertMay, type Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import { listDatasources } from '@/lib/datasource/list-datasources';
import { listScenes } from '@/lib/scene/list-scenes';
import { findWatchedWidgets } from './find-watched-widgets';
import type { Overview } from './overview-schema';
import { recentChanges } from './recent-changes';
import { refusedMinutes } from './refused-minutes';

/** How the workspace fares, for the first page. */
export async function getOverview(caller: Caller): Promise<Overview> {
  assertMay(caller, 'workspace:read');
  const [datasources, refused, scenes, assets, watched, changes] = await Promise.all([
    listDatasources(caller),
    refusedMinutes(caller),
    listScenes(caller),
    prisma().asset.count({ where: { workspaceId: caller.workspaceId } }),
    findWatchedWidgets(caller),
    recentChanges(caller),
  ]);
  return { datasources, refusedMinutes: refused, scenes, assets, watched, changes };
}
