import { liveBus } from '@/lib/live/bus';
import { datasourceMemory, knownMemory } from './datasource-memory';
import type { DatasourceMemory } from './memory';
import { joinPeers } from './peers';
import { refreshMemory } from './refresh-memory';

/**
 * What is known of a datasource with everything that any process has stored before this call; undefined when it does
 * not exist. For who reads latest values; who only stores takes `datasourceMemory`, which never waits for others.
 */
export async function freshMemory(id: string): Promise<DatasourceMemory | undefined> {
  joinPeers();
  const since = liveBus().hearingSince(id);
  const found = datasourceMemory(id);
  const memory = found instanceof Promise ? await found : found;
  if (!memory || (since !== undefined && memory.heardSince === since)) return memory;
  await refreshMemory(id);
  return knownMemory(id);
}
