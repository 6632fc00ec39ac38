import { datasourceParams } from '@/lib/datasource/params';
import { route } from '@/lib/route';
import { deleteReadings, previewDeletion } from '@/lib/telemetry/history/delete/delete-readings';
import { readingsCountSchema, readingsQuerySchema } from '@/lib/telemetry/history/delete/readings-schema';

export const GET = route({
  access: 'datasource:delete',
  summary: 'Count the readings that a deletion of a range would take',
  params: datasourceParams,
  query: readingsQuerySchema,
  response: readingsCountSchema,
  run: ({ caller, params, query }) => previewDeletion(caller, params.id, query),
});

export const DELETE = route({
  access: 'datasource:delete',
  summary: 'Delete the readings of a range for good',
  params: datasourceParams,
  query: readingsQuerySchema,
  response: readingsCountSchema,
  run: ({ caller, params, query }) => deleteReadings(caller, params.id, query),
});
