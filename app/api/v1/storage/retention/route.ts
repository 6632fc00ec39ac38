import { route } from '@/lib/route';
import { saveWorkspaceRetention } from '@/lib/telemetry/retention/change-retention';
import { workspaceRetentionSchema } from '@/lib/telemetry/retention/schema';

export const PUT = route({
  access: 'workspace:manage',
  summary: 'Set how long the workspace keeps readings and summaries, and how much at most',
  body: workspaceRetentionSchema,
  run: ({ caller, body }) => saveWorkspaceRetention(caller, body),
});
