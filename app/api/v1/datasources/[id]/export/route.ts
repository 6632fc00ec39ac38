import { datasourceParams } from '@/lib/datasource/params';
import { route } from '@/lib/route';
import { exportQuerySchema } from '@/lib/telemetry/history/export/export-query';
import { exportReadings } from '@/lib/telemetry/history/export/export-readings';

export const GET = route({
  access: 'datasource:read',
  apiKey: 'read',
  summary: 'Export the readings of a datasource as CSV, NDJSON or Parquet',
  params: datasourceParams,
  query: exportQuerySchema,
  run: ({ caller, params, query }) => exportReadings(caller, params.id, query),
});
