import { listAudit } from '@/lib/audit/list';
import { auditListSchema, auditQuerySchema } from '@/lib/audit/schema';
import { route } from '@/lib/route';

export const GET = route({
  access: 'workspace:manage',
  summary: 'List who did what that can not be undone',
  query: auditQuerySchema,
  response: auditListSchema,
  run: ({ caller, query }) => listAudit(caller, query),
});
