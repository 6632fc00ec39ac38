import { makeKey } from '@/lib/api-key/make-key';
import { insertAsset } from '@/lib/asset/insert-asset';
import { discardStarter, type StarterModel, stageStarter } from '@/lib/asset/starter-model';
import { assertMay, type Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import { newId } from '@/lib/ids';
import { problem } from '@/lib/problem';
import type { StagedBlob } from '@/lib/storage/blob-store';
import { blobs } from '@/lib/storage/blobs';
import { keepFile, lockFiles, type Transaction } from '@/lib/storage/keep-file';
import { stagePublicPicture } from '@/lib/storage/stage-bytes';
import { templateAssetDocument, templateSceneDocument } from './build-template';
import { insertScene } from './insert-scene';
import type { SceneTemplate, TemplateDatasource } from './scene-template';
import { SCENE_THUMBNAIL } from './set-scene-thumbnail';
import { findSceneTemplate } from './templates/registry';

const DATASOURCE_TYPE = 'api_ingest';

export type MadeFromTemplate = {
  sceneId: string;
  /** By the template's keys. The API keys are shown this once. */
  datasources: Record<string, { id: string; apiKey: string }>;
};

/**
 * Makes all that a template names (datasources with keys, assets from the starter library, the scene), or nothing: the
 * models are built and checked first, then everything is written in one transaction.
 */
export async function createFromTemplate(
  caller: Caller,
  kind: string,
  given: { name: string; description?: string },
): Promise<MadeFromTemplate> {
  for (const permission of ['scene:write', 'asset:write', 'datasource:write', 'key:write'] as const) {
    assertMay(caller, permission);
  }
  const template = findSceneTemplate(kind);
  if (!template) {
    throw problem('invalid_request', {
      detail: 'The body is not valid.',
      errors: [{ pointer: '/template', detail: 'There is no such template.' }],
    });
  }
  const staged = await stageTemplate(template);
  try {
    return await prisma().$transaction((tx) => write(tx, caller, template, staged, given), {
      timeout: 60_000,
    });
  } finally {
    await discardTemplate(staged);
  }
}

/** The files of a template: one model for each kind of machine, however many assets are made of it, and its picture. */
type StagedTemplate = { models: Map<string, StarterModel>; picture: StagedBlob | null };

async function stageTemplate(template: SceneTemplate): Promise<StagedTemplate> {
  const staged: StagedTemplate = { models: new Map(), picture: null };
  try {
    for (const { starter } of template.assets) {
      if (!staged.models.has(starter)) staged.models.set(starter, await stageStarter(starter));
    }
    staged.picture = await stagePublicPicture(template.thumbnail, SCENE_THUMBNAIL);
    return staged;
  } catch (error) {
    await discardTemplate(staged);
    throw error;
  }
}

async function discardTemplate({ models, picture }: StagedTemplate): Promise<void> {
  for (const model of models.values()) await discardStarter(model);
  if (picture) await blobs().discard(picture);
}

async function write(
  tx: Transaction,
  caller: Caller,
  template: SceneTemplate,
  { models, picture }: StagedTemplate,
  given: { name: string; description?: string },
): Promise<MadeFromTemplate> {
  const modelHashes = [...models.values()].flatMap(({ model, thumbnail }) => [
    model.hash,
    thumbnail?.hash ?? null,
  ]);
  await lockFiles(tx, [...modelHashes, picture?.hash ?? null]);
  const datasources: MadeFromTemplate['datasources'] = {};
  for (const datasource of template.datasources) {
    datasources[datasource.key] = await insertDatasource(tx, caller, datasource);
  }
  const datasourceIds = new Map(Object.entries(datasources).map(([key, { id }]) => [key, id]));
  const assetIds = new Map<string, string>();
  // The last first: lists show the newest first, and the machines shall come before doors and walls.
  for (const asset of template.assets.toReversed()) {
    const model = models.get(asset.starter);
    if (!model) throw new Error(`The starter "${asset.starter}" was not built.`);
    const document = templateAssetDocument(asset, model.parts, datasourceIds);
    const fileName = `${asset.starter}.glb`;
    const id = await insertAsset(tx, caller, {
      ...model,
      name: asset.name,
      fileName,
      starterKind: asset.starter,
      document,
    });
    assetIds.set(asset.key, id);
  }
  if (picture) await keepFile(tx, caller.workspaceId, picture, 'image/webp');
  const sceneId = await insertScene(tx, caller, {
    ...given,
    thumbnailHash: picture?.hash ?? null,
    document: templateSceneDocument(template, assetIds),
  });
  return { sceneId, datasources };
}

async function insertDatasource(
  tx: Transaction,
  caller: Caller,
  { name, description, metrics }: TemplateDatasource,
): Promise<{ id: string; apiKey: string }> {
  const key = makeKey(caller);
  const { id } = await tx.datasource.create({
    data: {
      id: newId('datasource'),
      workspaceId: caller.workspaceId,
      type: DATASOURCE_TYPE,
      name,
      description,
      keys: { create: key.row },
      metrics: {
        create: metrics.map(({ key: dataKey, displayName, unit = null, kind = 'number' }) => ({
          key: dataKey,
          kind,
          displayName,
          unit,
        })),
      },
    },
  });
  return { id, apiKey: key.shown.key };
}
