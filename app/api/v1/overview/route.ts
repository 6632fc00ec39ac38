import { route } from '@/lib/route';
import { getOverview } from '@/lib/workspace/get-overview';
import { overviewSchema } from '@/lib/workspace/overview-schema';

export const GET = route({
  access: 'workspace:read',
  summary: 'How the workspace fares: datasources, scenes, alert rules, recent changes',
  response: overviewSchema,
  run: ({ caller }) => getOverview(caller),
});
