import { assertMay, type Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import type { CreateScene } from './api-schema';
import { createFromTemplate } from './create-from-template';
import { getScene } from './get-scene';
import { insertScene } from './insert-scene';
import type { SceneDetail } from './scene-detail';
import { emptySceneDocument } from './schema';

/** Creates a scene: empty, or as a template has it. */
export async function createScene(caller: Caller, given: CreateScene): Promise<SceneDetail> {
  assertMay(caller, 'scene:write');
  const { name, description, template } = given;
  const sceneId =
    template === undefined
      ? await prisma().$transaction((tx) =>
          insertScene(tx, caller, { name, description, document: emptySceneDocument() }),
        )
      : (await createFromTemplate(caller, template, { name, description })).sceneId;
  return getScene({ kind: 'member', caller }, sceneId);
}
