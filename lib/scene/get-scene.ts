import { z } from 'zod';
import { assetDocumentKind } from '@/lib/asset/migrations/registry';
import { assetStatisticsSchema, partNodeSchema } from '@/lib/asset/schema';
import type { SceneReader } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import { loadDocument } from '@/lib/document/load-document';
import type { Asset } from '@/lib/generated/prisma/client';
import { fileUrl, fileUrlOrNull } from '@/lib/storage/file-url';
import { findReadableScene } from './find-readable-scene';
import { sceneDocumentKind } from './migrations/registry';
import type { SceneAsset, SceneDetail } from './scene-detail';
import type { SceneDocument } from './schema';

/**
 * A scene with everything needed to draw it. The addresses of its models carry the public link's token when it is
 * read through one.
 */
export async function getScene(reader: SceneReader, sceneId: string): Promise<SceneDetail> {
  const scene = await findReadableScene(reader, sceneId);
  const token = reader.kind === 'share' ? (scene.shareToken ?? undefined) : undefined;
  const { document, readOnly } = loadDocument(sceneDocumentKind, scene.document);
  const assets = await sceneAssets(scene.workspaceId, document, token);
  return {
    id: scene.id,
    name: scene.name,
    description: scene.description,
    revision: scene.revision,
    updatedAt: scene.updatedAt.toISOString(),
    document,
    readOnly,
    assets,
    datasources: await linkedDatasources(scene.workspaceId, assets),
  };
}

async function sceneAssets(
  workspaceId: string,
  document: SceneDocument,
  token: string | undefined,
): Promise<SceneAsset[]> {
  const ids = [...new Set(document.instances.map((instance) => instance.assetId))];
  const assets = await prisma().asset.findMany({
    where: { workspaceId, id: { in: ids } },
    orderBy: { id: 'asc' },
  });
  return assets.map((asset) => toSceneAsset(asset, token));
}

const toSceneAsset = (asset: Asset, token: string | undefined): SceneAsset => ({
  id: asset.id,
  name: asset.name,
  modelUrl: fileUrl(asset.modelHash, token),
  thumbnailUrl: fileUrlOrNull(asset.thumbnailHash, token),
  parts: z.array(partNodeSchema).parse(asset.parts),
  statistics: assetStatisticsSchema.parse(asset.statistics),
  document: loadDocument(assetDocumentKind, asset.document).document,
});

/** Those of the workspace only: a document can name whatever it likes, and gets nothing by it. */
async function linkedDatasources(workspaceId: string, assets: readonly SceneAsset[]) {
  const named = assets.flatMap(({ document }) => document.widgets.map(({ datasourceId }) => datasourceId));
  const ids = [...new Set(named.filter((id) => typeof id === 'string'))];
  return prisma().datasource.findMany({
    where: { workspaceId, id: { in: ids } },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
  });
}
