import type { DatasourceTypeDefinition } from './definition';

/** The passive listener: a system POSTs JSON to the ingestion URL. */
export const apiIngest = {
  type: 'api_ingest',
  labelKey: 'datasource.type.api_ingest.label',
  hintKey: 'datasource.type.api_ingest.hint',
  usesKeys: true,
} satisfies DatasourceTypeDefinition<'api_ingest'>;
