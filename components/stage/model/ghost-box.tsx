'use client';

import { useEffect, useMemo, useRef } from 'react';
import { BoxGeometry, EdgesGeometry, type LineSegments } from 'three';
import { asHelper } from '../layers';
import { useStage } from '../stage-context';
import { STUDIO } from '../studio/themes';
import type { Vector3Tuple } from '../types';

const box = new BoxGeometry(1, 1, 1);

/** The edges of what will stand here. Keeps a scene's shape while models load. */
export function GhostBox({ min, max }: { min: Vector3Tuple; max: Vector3Tuple }) {
  const { theme, store } = useStage();
  const lines = useRef<LineSegments>(null);
  const edges = useMemo(() => new EdgesGeometry(box), []);

  useEffect(() => {
    if (lines.current) asHelper(lines.current);
    store.invalidate();
    return () => edges.dispose();
  }, [edges, store]);

  const size = [0, 1, 2].map((axis) => Math.max((max[axis] ?? 0) - (min[axis] ?? 0), 0.01));
  const centre = [0, 1, 2].map((axis) => ((max[axis] ?? 0) + (min[axis] ?? 0)) / 2);
  return (
    <lineSegments
      ref={lines}
      geometry={edges}
      position={centre as Vector3Tuple}
      scale={size as Vector3Tuple}
      name="stage-ghost"
    >
      <lineBasicMaterial color={STUDIO[theme].grid} transparent opacity={0.6} toneMapped={false} />
    </lineSegments>
  );
}
