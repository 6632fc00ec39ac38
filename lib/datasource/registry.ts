import { DATASOURCE_TYPES, type DatasourceType } from './schema';
import { apiIngest } from './types/api-ingest';
import type { DatasourceTypeDefinition } from './types/definition';

const DEFINITIONS: { [T in DatasourceType]: DatasourceTypeDefinition<T> } = {
  api_ingest: apiIngest,
};

export const datasourceType = (type: DatasourceType): DatasourceTypeDefinition => DEFINITIONS[type];

export const isKnownDatasourceType = (type: string): type is DatasourceType =>
  (DATASOURCE_TYPES as readonly string[]).includes(type);
