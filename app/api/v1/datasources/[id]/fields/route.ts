import { datasourceParams } from '@/lib/datasource/params';
import { fieldsSchema, saveFieldsSchema } from '@/lib/field-rules/fields-schema';
import { getFields } from '@/lib/field-rules/get-fields';
import { saveFields } from '@/lib/field-rules/save-fields';
import { route } from '@/lib/route';

export const GET = route({
  access: 'datasource:read',
  summary: 'Read how messages are read, and the last ones that differ',
  params: datasourceParams,
  response: fieldsSchema,
  run: ({ caller, params }) => getFields(caller, params.id),
});

export const PUT = route({
  access: 'datasource:write',
  summary: 'Choose how later messages are read: keys, names, units, kinds, time',
  params: datasourceParams,
  body: saveFieldsSchema,
  run: ({ caller, params, body }) => saveFields(caller, params.id, body),
});
