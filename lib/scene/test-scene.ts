import { prisma } from '@/lib/database';
import type { TestMember } from '@/lib/test-member';
import { insertScene } from './insert-scene';
import { emptySceneDocument, type Instance, type SceneDocument } from './schema';

export const instanceOf = (assetId: string, id = 'i1'): Instance => ({
  id,
  assetId,
  name: `Machine ${id}`,
  position: [0, 0, 0],
  rotation: [0, 0, 0],
  scale: [1, 1, 1],
  groupId: null,
  visible: true,
  locked: false,
});

export const documentOf = (...assetIds: string[]): SceneDocument => ({
  ...emptySceneDocument(),
  instances: assetIds.map((assetId, i) => instanceOf(assetId, `i${i + 1}`)),
});

/** A scene for a test, of the given assets. Answers its id. */
export const makeScene = (
  { caller }: TestMember,
  { name = 'Line 1', assetIds = [] as string[] } = {},
): Promise<string> =>
  prisma().$transaction((tx) => insertScene(tx, caller, { name, document: documentOf(...assetIds) }));
