'use client';

import { TransformControls } from '@react-three/drei';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Object3D } from 'three';
import { useStageInvalidate } from '@/components/stage/stage-context';
import { transformInstances } from '@/lib/scene/commands/transform-instances';
import { SNAP, type Tool } from '@/lib/scene/editor-session';
import { useEditorSession, useSceneDocument, useSceneEditor } from './editor-context';
import { GizmoDrag, placePivot } from './gizmo-drag';

const MODES: Record<Exclude<Tool, 'select'>, 'translate' | 'rotate' | 'scale'> = {
  move: 'translate',
  rotate: 'rotate',
  scale: 'scale',
};

/** Handles that move, turn or scale the selection. One drag is one step of undo; Escape gives it up. */
export function TransformGizmo() {
  const { groups, editor } = useSceneEditor();
  const { invalidate, contentChanged } = useStageInvalidate();
  const selection = useEditorSession((session) => session.selection);
  const tool = useEditorSession((session) => session.tool);
  const snapping = useEditorSession((session) => session.snapping);
  const instances = useSceneDocument((document) => document.instances);
  const movable = useMemo(
    () => instances.filter((i) => selection.has(i.id) && i.visible && !i.locked),
    [instances, selection],
  );
  const [pivot] = useState(() => new Object3D());
  const drag = useRef<GizmoDrag | null>(null);

  useLayoutEffect(() => {
    placePivot(pivot, movable);
    invalidate();
  }, [pivot, movable, invalidate]);

  useEffect(() => {
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !drag.current) return;
      event.preventDefault();
      drag.current.cancel();
      drag.current = null;
      placePivot(pivot, movable);
      contentChanged();
    };
    // Before the editor's own keys, for which Escape clears the selection.
    window.addEventListener('keydown', giveUp, { capture: true });
    return () => window.removeEventListener('keydown', giveUp, { capture: true });
  }, [pivot, movable, contentChanged]);

  if (tool === 'select' || movable.length === 0) return null;
  return (
    <>
      <primitive object={pivot} />
      <TransformControls
        object={pivot}
        mode={MODES[tool]}
        space={tool === 'move' ? 'world' : 'local'}
        size={0.8}
        translationSnap={snapping ? SNAP.move : null}
        rotationSnap={snapping ? SNAP.rotate : null}
        scaleSnap={snapping ? SNAP.scale : null}
        onMouseDown={() => {
          drag.current = new GizmoDrag(pivot, groups, movable);
        }}
        onObjectChange={() => {
          drag.current?.preview();
          contentChanged();
        }}
        onMouseUp={() => {
          const done = drag.current;
          drag.current = null;
          if (done) editor.getState().run(transformInstances(done.result()), { label: tool });
        }}
      />
    </>
  );
}
