import { route } from '@/lib/route';
import { previewWorkspaceRetention } from '@/lib/telemetry/retention/change-retention';
import { retentionLossSchema, workspaceRetentionSchema } from '@/lib/telemetry/retention/schema';

export const POST = route({
  access: 'workspace:manage',
  summary: 'Tell what a change of what the workspace keeps would drop, without changing anything',
  body: workspaceRetentionSchema,
  response: retentionLossSchema,
  run: ({ caller, body }) => previewWorkspaceRetention(caller, body),
});
