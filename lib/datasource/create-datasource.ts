import { makeKey } from '@/lib/api-key/make-key';
import type { NewApiKey } from '@/lib/api-key/schema';
import { assertMay, type Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import type { Datasource } from '@/lib/generated/prisma/client';
import { newId } from '@/lib/ids';
import { datasourceType } from './registry';
import type { CreateDatasource } from './schema';

export type MadeDatasource = {
  datasource: Datasource;
  /** The first key, for types that use keys. It can't be read again. */
  apiKey: NewApiKey | null;
};

/** Creates a datasource, and its first key with it. */
export async function createDatasource(caller: Caller, given: CreateDatasource): Promise<MadeDatasource> {
  assertMay(caller, 'datasource:write');
  const made = datasourceType(given.type).usesKeys ? makeKey(caller) : null;
  const datasource = await prisma().datasource.create({
    data: {
      id: newId('datasource'),
      workspaceId: caller.workspaceId,
      ...given,
      ...(made ? { keys: { create: made.row } } : {}),
    },
  });
  return { datasource, apiKey: made?.shown ?? null };
}
