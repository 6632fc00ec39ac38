import { prisma } from '@/lib/database';
import { stageBytes } from '@/lib/storage/stage-bytes';
import type { TestMember } from '@/lib/test-member';
import { insertAsset } from './insert-asset';
import { guardGlb } from './model/guard-glb';
import { inspectModel } from './model/inspect-model';
import type { AssetDocument } from './schema';
import { pumpGlb } from './test-models';

/** An asset for a test that is not about uploading: the same rows and files, without the process that checks. */
export async function makeAsset(
  { caller }: TestMember,
  given: { name?: string; variant?: number; document?: AssetDocument } = {},
): Promise<{ id: string; hash: string }> {
  const glb = await pumpGlb(given.variant);
  const model = await stageBytes(glb);
  const facts = await inspectModel(glb, guardGlb(glb));
  const { name = 'Pump', document } = given;
  const id = await prisma().$transaction((tx) =>
    insertAsset(tx, caller, {
      ...facts,
      name,
      fileName: 'pump.glb',
      model,
      ...(document ? { document } : {}),
    }),
  );
  return { id, hash: model.hash };
}
