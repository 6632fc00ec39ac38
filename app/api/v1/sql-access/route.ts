import { route } from '@/lib/route';
import { disableSqlAccess, enableSqlAccess } from '@/lib/sql-access/change-sql-access';
import { readSqlAccess } from '@/lib/sql-access/read-sql-access';
import { sqlAccessSchema, sqlPasswordSchema } from '@/lib/sql-access/schema';

export const GET = route({
  access: 'workspace:manage',
  summary: 'Tell whether the data may be read by SQL, and how to connect',
  response: sqlAccessSchema,
  run: ({ caller }) => readSqlAccess(caller),
});

export const POST = route({
  access: 'workspace:manage',
  summary: 'Switch on reading by SQL; the password is answered this once',
  response: sqlPasswordSchema,
  status: 201,
  run: ({ caller }) => enableSqlAccess(caller),
});

export const DELETE = route({
  access: 'workspace:manage',
  summary: 'Switch off reading by SQL: its user and its views go',
  run: ({ caller }) => disableSqlAccess(caller),
});
