import { assertMay, type Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import { problem } from '@/lib/problem';
import type { AssetDetail, CreateFromStarter } from './api-schema';
import { assetName } from './asset-name';
import { getAsset } from './get-asset';
import { insertAsset } from './insert-asset';
import { findStarter } from './starter/registry';
import { discardStarter, stageStarter } from './starter-model';

/** Makes an asset of a machine of the starter library. */
export async function createFromStarter(
  caller: Caller,
  { kind, name }: CreateFromStarter,
): Promise<AssetDetail> {
  assertMay(caller, 'asset:write');
  if (!findStarter(kind)) {
    throw problem('invalid_request', {
      detail: 'The body is not valid.',
      errors: [{ pointer: '/kind', detail: 'The starter library has no such machine.' }],
    });
  }
  const starter = await stageStarter(kind);
  try {
    const fileName = `${kind}.glb`;
    const id = await prisma().$transaction((tx) =>
      insertAsset(tx, caller, {
        ...starter,
        name: name ?? starter.parts[0]?.name ?? assetName(fileName),
        fileName,
        starterKind: kind,
      }),
    );
    return await getAsset(caller, id);
  } finally {
    await discardStarter(starter);
  }
}
