'use client';

import { CameraControls } from '@react-three/drei';
import { useThree } from '@react-three/fiber';
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef } from 'react';
import { PerspectiveCamera, Vector3 } from 'three';
import { boxCorners } from './camera/box-corners';
import type { CameraMove, StageCameraApi } from './camera/camera-api';
import { directionFrom, FIELD_OF_VIEW, fitView } from './camera/fit-view';
import { centreOf, framingArea, freeArea, viewOffset } from './camera/free-area';
import { type CameraCommand, cameraCommand } from './camera/keyboard';
import { prefersReducedMotion } from './camera/reduced-motion';
import { StageControls } from './camera/stage-controls';
import { useStage } from './stage-context';
import type { StageView } from './types';

export type { CameraMove, StageCameraApi } from './camera/camera-api';

/** Narrower than this, the stage is on a phone and is looked at from higher up. */
const PHONE_WIDTH = 760;
/** Settles in under 600 ms; a drag follows the hand more closely. */
const SMOOTH_TIME = 0.13;
const DRAG_SMOOTH_TIME = 0.05;
const MAX_POLAR = 1.5;

const scratchPosition = new Vector3();
const scratchTarget = new Vector3();

/**
 * The stage's camera: 24° field of view, orbit, pan and zoom by mouse, touch and keyboard, framing in the area that
 * panels leave free. `<Stage>` renders it; use `cameraRef` of the stage or `store.camera` to move it.
 *
 * @example
 * const camera = useRef<StageCameraApi>(null);
 * <Stage cameraRef={camera} …/>
 * camera.current?.focus(box);
 */
export function StageCamera({ ref, initialView }: { ref?: Ref<StageCameraApi>; initialView?: StageView }) {
  const { store, insets } = useStage();
  const camera = useThree((state) => state.camera);
  const size = useThree((state) => state.size);
  const host = useThree((state) => state.events.connected as HTMLElement | undefined);
  const controls = useRef<StageControls>(null);
  const touched = useRef(initialView !== undefined);
  const geometry = useRef({ viewport: size, free: freeArea(size, insets) });
  geometry.current = { viewport: size, free: freeArea(size, insets) };

  const api = useMemo<StageCameraApi>(() => {
    const phone = () => geometry.current.viewport.width < PHONE_WIDTH;
    const currentDirection = () => {
      const rig = controls.current;
      if (!rig || !touched.current) return directionFrom(phone() ? 0.63 : 0.52, phone() ? 0.63 : 0.46);
      rig.getPosition(scratchPosition, true).sub(rig.getTarget(scratchTarget, true));
      return scratchPosition.clone().normalize();
    };
    const go = async (position: Vector3, target: Vector3, move?: CameraMove) => {
      const rig = controls.current;
      if (!rig) return;
      const smooth = !move?.instant && !prefersReducedMotion();
      store.invalidate();
      await rig.setLookAt(position.x, position.y, position.z, target.x, target.y, target.z, smooth);
    };
    const frame = (points: readonly Vector3[], direction: Vector3, move?: CameraMove) => {
      const { viewport, free } = geometry.current;
      const area = framingArea(free, store.hasCards);
      const fit = fitView(points, direction, FIELD_OF_VIEW, viewport, centreOf(free), area);
      return go(fit.position, fit.target, move);
    };
    const all = () => store.bounds.corners;
    return {
      fitAll: (move) => frame(all(), currentDirection(), move),
      focus: (box, move) => {
        touched.current = true;
        return frame(boxCorners(box), currentDirection(), move);
      },
      flyTo: (view, move) => {
        touched.current = true;
        return go(new Vector3(...view.position), new Vector3(...view.target), move);
      },
      lookFrom: (direction, move) => {
        touched.current = true;
        return frame(all(), new Vector3(...direction), move);
      },
      getView: () => {
        const rig = controls.current;
        if (!rig) return { position: [0, 0, 1], target: [0, 0, 0] };
        return {
          position: rig.getPosition(scratchPosition, true).toArray(),
          target: rig.getTarget(scratchTarget, true).toArray(),
        };
      },
      run: (command) => {
        const rig = controls.current;
        if (!rig) return;
        const smooth = !prefersReducedMotion();
        touched.current ||= command.kind !== 'fit';
        runCommand(rig, command, smooth, () => frame(all(), currentDirection()));
        store.invalidate();
      },
    };
  }, [store]);

  useImperativeHandle(ref, () => api, [api]);
  useEffect(() => {
    store.camera = api;
    return () => {
      store.camera = null;
    };
  }, [store, api]);

  useLayoutEffect(() => {
    if (!(camera instanceof PerspectiveCamera) || size.width === 0) return;
    const offset = viewOffset(size, freeArea(size, insets));
    camera.setViewOffset(size.width, size.height, offset.x, offset.y, size.width, size.height);
    // The pointer is measured from the optical axis, which the offset has moved away from the middle.
    controls.current?.setViewport(-offset.x, offset.y, size.width, size.height);
    if (!touched.current) void api.fitAll({ instant: true });
    store.invalidate();
  }, [camera, size, insets, api, store]);

  useEffect(() => {
    if (initialView) void api.flyTo(initialView, { instant: true });
  }, [api, initialView]);

  useEffect(
    () =>
      store.onMeasured(({ box }) => {
        const rig = controls.current;
        if (!rig || !(camera instanceof PerspectiveCamera)) return;
        const radius = box.isEmpty() ? 4 : Math.max(box.min.distanceTo(box.max) / 2, 0.1);
        rig.minDistance = radius * 0.04;
        rig.maxDistance = radius * 24;
        camera.near = Math.max(radius * 0.01, 0.005);
        camera.far = radius * 60;
        camera.updateProjectionMatrix();
        // Until someone moves the camera, it follows what arrives: models load one after another.
        if (!touched.current) void api.fitAll({ instant: true });
      }),
    [store, camera, api],
  );

  useEffect(() => {
    if (!host) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const command = event.target === host ? cameraCommand(event) : null;
      if (!command) return;
      event.preventDefault();
      api.run(command);
    };
    host.addEventListener('keydown', onKeyDown);
    return () => host.removeEventListener('keydown', onKeyDown);
  }, [host, api]);

  return (
    <CameraControls
      ref={controls as Ref<never>}
      impl={StageControls}
      makeDefault
      smoothTime={SMOOTH_TIME}
      draggingSmoothTime={DRAG_SMOOTH_TIME}
      maxPolarAngle={MAX_POLAR}
      dollyToCursor
      onControlStart={() => {
        touched.current = true;
      }}
    />
  );
}

function runCommand(rig: StageControls, command: CameraCommand, smooth: boolean, frameAll: () => void): void {
  if (command.kind === 'orbit') void rig.rotate(command.azimuth, command.polar, smooth);
  else if (command.kind === 'pan')
    void rig.truck(command.x * rig.endDistance, command.y * rig.endDistance, smooth);
  else if (command.kind === 'zoom') void rig.dollyTo(rig.endDistance * command.factor, smooth);
  else frameAll();
}
