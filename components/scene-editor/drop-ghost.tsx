'use client';

import { useMemo } from 'react';
import { Box3, Vector3 } from 'three';
import { FootprintOutline } from '@/components/stage/footprint-outline';
import { GhostBox } from '@/components/stage/model/ghost-box';
import type { Vector3Tuple } from '@/lib/scene/schema';
import type { EditorAsset } from './editor-context';

/** What would stand where, while an asset is dragged over the stage. */
export function DropGhost({ asset, at }: { asset: EditorAsset; at: Vector3Tuple }) {
  const { min, max } = asset.statistics.bounds;
  const box = useMemo(() => new Box3(new Vector3(...min), new Vector3(...max)), [min, max]);
  return (
    <group position={at}>
      <GhostBox min={min} max={max} />
      <FootprintOutline box={box} quiet />
    </group>
  );
}
