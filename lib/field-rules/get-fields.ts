import type { Caller } from '@/lib/auth/caller';
import { findDatasource } from '@/lib/datasource/find-datasource';
import { flushRequests } from '@/lib/inspector/record-request';
import type { Fields } from './fields-schema';
import { readSamples } from './read-samples';
import { storedFieldRules } from './stored-field-rules';

/** How a datasource's messages are read, and the last ones that differ, to choose by. */
export async function getFields(caller: Caller, datasourceId: string): Promise<Fields> {
  const { fieldRules } = await findDatasource(caller, datasourceId, 'datasource:read');
  await flushRequests();
  return { rules: storedFieldRules(fieldRules) ?? null, samples: await readSamples(datasourceId) };
}
