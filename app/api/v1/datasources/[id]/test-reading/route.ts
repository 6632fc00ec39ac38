import { datasourceParams } from '@/lib/datasource/params';
import { sendTestReading } from '@/lib/datasource/send-test-reading';
import { sentReadingSchema, testReadingSchema } from '@/lib/datasource/test-reading-schema';
import { route } from '@/lib/route';

export const POST = route({
  access: 'datasource:write',
  summary: 'Send a test reading as a member, without a key; it is stored like any other',
  params: datasourceParams,
  body: testReadingSchema,
  response: sentReadingSchema,
  run: ({ caller, params, body }) => sendTestReading(caller, params.id, body.body),
});
