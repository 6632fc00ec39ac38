import { route } from '@/lib/route';
import { rotateSqlPassword } from '@/lib/sql-access/change-sql-access';
import { sqlPasswordSchema } from '@/lib/sql-access/schema';

export const POST = route({
  access: 'workspace:manage',
  summary: 'Replace the password for reading by SQL; the old one works no more',
  response: sqlPasswordSchema,
  run: ({ caller }) => rotateSqlPassword(caller),
});
