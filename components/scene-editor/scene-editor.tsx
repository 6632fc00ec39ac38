'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { Box3, type Group } from 'three';
import { ConflictDialog } from '@/components/document/conflict-dialog';
import { useDocumentEditor } from '@/components/document/use-document-editor';
import { useTheme } from '@/components/shell/use-theme';
import type { StageCameraApi } from '@/components/stage/stage-camera';
import { placeInstances } from '@/lib/scene/commands/place-instance';
import { snapToGrid } from '@/lib/scene/commands/snap';
import type { ActionContext } from '@/lib/scene/editor-actions';
import { createEditorSession, SNAP } from '@/lib/scene/editor-session';
import type { SceneDetail } from '@/lib/scene/scene-detail';
import { type Instance, sceneDocumentSchema, type Vector3Tuple } from '@/lib/scene/schema';
import { EditorBar } from './editor-bar';
import { type EditorAsset, type SceneEditorContext, SceneEditorProvider } from './editor-context';
import { EditorPanels } from './editor-panels';
import { EditorStage } from './editor-stage';
import { ThumbnailKeeper } from './thumbnail-keeper';
import { useEditorKeys } from './use-editor-keys';

export type SceneEditorProps = {
  scene: Pick<SceneDetail, 'id' | 'name' | 'revision' | 'document'>;
  /** Every asset of the workspace. */
  assets: readonly EditorAsset[];
};

const newId = (): string => crypto.randomUUID().replaceAll('-', '').slice(0, 16);

/** Builds a scene: assets on the left, the stage in the middle, properties on the right. */
export function SceneEditor({ scene, assets }: SceneEditorProps) {
  const t = useTranslations('sceneEditor');
  const theme = useTheme();
  const editor = useDocumentEditor(`/api/v1/scenes/${scene.id}`, scene, sceneDocumentSchema);
  const [session] = useState(createEditorSession);
  const [groups] = useState(() => new Map<string, Group>());
  const camera = useRef<StageCameraApi>(null);
  const groupName = t('group');

  const context = useMemo<SceneEditorContext>(() => {
    const focus = (ids: ReadonlySet<string>) => {
      const box = new Box3();
      for (const id of ids) {
        const group = groups.get(id);
        if (group) box.expandByObject(group);
      }
      if (!box.isEmpty()) void camera.current?.focus(box);
    };
    const actions: ActionContext = { editor, session, newId, groupName, focus };
    return { editor, session, actions, groups, assets: new Map(assets.map((asset) => [asset.id, asset])) };
  }, [editor, session, groups, assets, groupName]);
  useEditorKeys(context.actions);

  const place = (asset: EditorAsset, at?: Vector3Tuple) => {
    const target = camera.current?.getView().target ?? [0, 0, 0];
    const position = at ?? snapToGrid([target[0], 0, target[2]], SNAP.move);
    const instance: Instance = {
      id: newId(),
      assetId: asset.id,
      name: asset.name,
      position,
      rotation: [0, 0, 0],
      scale: [1, 1, 1],
      groupId: null,
      visible: true,
      locked: false,
    };
    editor.getState().run(placeInstances([instance]), { label: 'place' });
    session.getState().select([instance.id]);
  };

  return (
    <SceneEditorProvider value={context}>
      <main className="flex h-dvh flex-col overflow-hidden">
        <EditorBar sceneId={scene.id} name={scene.name} />
        <div className="flex min-h-0 flex-1">
          <EditorPanels camera={() => camera.current} onPlace={place}>
            <EditorStage theme={theme} cameraRef={camera} onPlace={place}>
              <ThumbnailKeeper sceneId={scene.id} />
            </EditorStage>
          </EditorPanels>
        </div>
        <ConflictDialog store={editor} />
      </main>
    </SceneEditorProvider>
  );
}
