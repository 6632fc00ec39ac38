'use client';

import { useTranslations } from 'next-intl';
import { type DragEvent, type ReactNode, type Ref, useRef, useState } from 'react';
import { Stage } from '@/components/stage/stage';
import type { StageCameraApi } from '@/components/stage/stage-camera';
import type { StageTheme } from '@/components/stage/types';
import { ViewCube } from '@/components/stage/view-cube';
import { snapToGrid } from '@/lib/scene/commands/snap';
import { SNAP } from '@/lib/scene/editor-session';
import type { Vector3Tuple } from '@/lib/scene/schema';
import { startViewOf } from '@/lib/scene/start-view';
import { ASSET_DRAG_TYPE } from './asset-palette';
import { DropGhost } from './drop-ghost';
import { EditableInstance } from './editable-instance';
import { type EditorAsset, useEditorSession, useSceneDocument, useSceneEditor } from './editor-context';
import { type FloorPointer, FloorPointerSource } from './floor-pointer';
import { ToolGroup } from './tool-group';
import { TransformGizmo } from './transform-gizmo';

type Props = {
  theme: StageTheme;
  cameraRef: Ref<StageCameraApi>;
  onPlace: (asset: EditorAsset, at: Vector3Tuple) => void;
  /** What else works on the stage from beside the canvas. */
  children?: ReactNode;
};

/** The scene as it is edited: instances, gizmo, and the floor that assets are dropped on. */
export function EditorStage({ theme, cameraRef, onPlace, children }: Props) {
  const t = useTranslations('sceneEditor');
  const { assets, session } = useSceneEditor();
  const instances = useSceneDocument((document) => document.instances);
  const environment = useSceneDocument((document) => document.environment);
  const startView = useSceneDocument(startViewOf);
  const dragging = useEditorSession((s) => s.dragging);
  const floorPointer = useRef<FloorPointer>(null);
  const [dropAt, setDropAt] = useState<Vector3Tuple | null>(null);
  // Only where the editor opens: later changes of the start view do not move the camera.
  const [initialView] = useState(startView);

  const pointOf = (event: DragEvent): Vector3Tuple | null => {
    const point = floorPointer.current?.(event.clientX, event.clientY);
    if (!point) return null;
    return snapToGrid([point.x, 0, point.z], session.getState().snapping ? SNAP.move : 0.01);
  };
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(ASSET_DRAG_TYPE)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    const at = pointOf(event);
    if (at?.join() !== dropAt?.join()) setDropAt(at);
  };
  const onDrop = (event: DragEvent) => {
    const asset = assets.get(event.dataTransfer.getData(ASSET_DRAG_TYPE));
    const at = pointOf(event);
    setDropAt(null);
    if (!asset || !at) return;
    event.preventDefault();
    onPlace(asset, at);
  };

  const ghost = dragging ? assets.get(dragging) : undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a drop target; the palette also places by press
    <div
      className="relative min-h-0 min-w-0 flex-1"
      onDragOver={onDragOver}
      onDrop={onDrop}
      onDragLeave={() => setDropAt(null)}
    >
      <Stage
        theme={theme}
        label={t('stage')}
        background={environment.background}
        floor={environment.floor}
        light={environment.light}
        grid
        insets={{ top: 64, right: 16, bottom: 56, left: 16 }}
        initialView={initialView}
        cameraRef={cameraRef}
        onPointerMissed={() => session.getState().select([])}
        helpers={
          <>
            <FloorPointerSource target={floorPointer} />
            <TransformGizmo />
            {ghost && dropAt ? <DropGhost asset={ghost} at={dropAt} /> : null}
          </>
        }
        overlay={
          <>
            <div className="pointer-events-none absolute inset-x-0 top-3 flex justify-center px-3">
              <div className="pointer-events-auto">
                <ToolGroup />
              </div>
            </div>
            {children}
            <ViewCube className="absolute end-4 bottom-4" />
            {instances.length === 0 ? (
              <p className="pointer-events-none absolute inset-0 grid place-items-center p-6 text-center text-ink-2">
                <span className="max-w-80 rounded-md bg-glass px-4 py-3 shadow-float backdrop-blur-md">
                  {t('emptyHint')}
                </span>
              </p>
            ) : null}
          </>
        }
      >
        {instances.map((instance) => (
          <EditableInstance key={instance.id} instance={instance} />
        ))}
      </Stage>
    </div>
  );
}
