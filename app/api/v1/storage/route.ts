import { route } from '@/lib/route';
import { readStorage } from '@/lib/telemetry/usage/read-storage';
import { storageSchema } from '@/lib/telemetry/usage/schema';

export const GET = route({
  access: 'workspace:read',
  apiKey: 'read',
  summary: 'Read what the datasources take on disk, how fast it grows and what is kept',
  response: storageSchema,
  run: ({ caller }) => readStorage(caller),
});
