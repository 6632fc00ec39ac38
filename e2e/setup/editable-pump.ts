import { createFromStarter } from '@/lib/asset/create-from-starter';
import type { Caller } from '@/lib/auth/caller';
import { createDatasource } from '@/lib/datasource/create-datasource';
import { useServerEnvironment } from './server-environment';

export type EditablePump = { assetId: string; revision: number; datasourceId: string; apiKey: string };

/** A pump of the starter library without widgets, and a datasource for them. */
export async function makeEditablePump(caller: Caller): Promise<EditablePump> {
  useServerEnvironment();
  const { datasource, apiKey } = await createDatasource(caller, {
    type: 'api_ingest',
    name: 'Pump P-1',
    description: '',
  });
  const asset = await createFromStarter(caller, { kind: 'pump' });
  return {
    assetId: asset.id,
    revision: asset.revision,
    datasourceId: datasource.id,
    apiKey: apiKey?.key ?? '',
  };
}
