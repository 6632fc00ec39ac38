'use client';

import type { ThreeEvent } from '@react-three/fiber';
import { useCallback, useEffect } from 'react';
import type { Group } from 'three';
import { AssetModel } from '@/components/stage/asset-model';
import { useStageInvalidate } from '@/components/stage/stage-context';
import type { ModelPart } from '@/components/stage/types';
import type { Instance } from '@/lib/scene/schema';
import { useEditorSession, useSceneEditor } from './editor-context';
import { MissingAsset } from './missing-asset';

const NO_PARTS: readonly ModelPart[] = [];
/** Pixels that a press may move and still be a click. */
const CLICK_SLACK = 5;

/** A placed asset in the editor: click selects, Shift or Ctrl adds. */
export function EditableInstance({ instance }: { instance: Instance }) {
  const { assets, groups, session } = useSceneEditor();
  const { contentChanged } = useStageInvalidate();
  const selected = useEditorSession((s) => s.selection.has(instance.id));
  const asset = assets.get(instance.assetId);
  const { id, position, rotation, scale } = instance;

  const register = useCallback(
    (group: Group | null) => {
      if (!group) return;
      groups.set(id, group);
      contentChanged();
      return () => {
        groups.delete(id);
        contentChanged();
      };
    },
    [groups, id, contentChanged],
  );
  // Moved by numbers or by undo: no gizmo told the stage to draw the shadow anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of them moves the group
  useEffect(contentChanged, [contentChanged, position, rotation, scale]);
  const onClick = (event: ThreeEvent<MouseEvent>) => {
    if (event.delta > CLICK_SLACK) return;
    event.stopPropagation();
    if (event.shiftKey || event.ctrlKey || event.metaKey) session.getState().toggle(id);
    else session.getState().select([id]);
  };

  if (!instance.visible) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a group of the 3D scene, not of the page
    <group ref={register} position={position} rotation={rotation} scale={scale} onClick={onClick}>
      {asset ? (
        <AssetModel
          url={asset.modelUrl}
          parts={NO_PARTS}
          bounds={asset.statistics.bounds}
          selected={selected}
        />
      ) : (
        <MissingAsset selected={selected} />
      )}
    </group>
  );
}
