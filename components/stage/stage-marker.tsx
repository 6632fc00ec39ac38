'use client';

import { type ReactNode, useRef } from 'react';
import { Vector3 } from 'three';
import { useStageFrame } from './stage-context';
import type { WorldPosition } from './types';

const point = new Vector3();
/** Pixels above the anchor, so that the marker does not hide what it marks. */
const LIFT = 30;

/**
 * DOM that hangs straight over a point of the scene and takes part in no layout: a floating icon, a name.
 * Hidden while its point is behind the camera or outside the stage. For `<Stage overlay>`.
 *
 * @example <StageMarker anchor={() => anchorOf(widget)}><FloatingIcon … /></StageMarker>
 */
export function StageMarker({ anchor, children }: { anchor: WorldPosition; children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  useStageFrame(({ camera, width, height }) => {
    const host = element.current;
    if (!host) return;
    point.copy(typeof anchor === 'function' ? anchor() : anchor).project(camera);
    const seen = point.z < 1 && Math.abs(point.x) < 1.05 && Math.abs(point.y) < 1.05;
    host.style.visibility = seen ? 'visible' : 'hidden';
    const x = ((point.x + 1) / 2) * width;
    const y = ((1 - point.y) / 2) * height - LIFT;
    host.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) translate(-50%, -50%)`;
  });
  return (
    <div
      ref={element}
      dir="ltr"
      className="pointer-events-none absolute top-0 left-0"
      style={{ visibility: 'hidden' }}
    >
      {children}
    </div>
  );
}
