'use client';

import { Grid } from '@react-three/drei';
import { useEffect, useRef, useState } from 'react';
import type { Mesh } from 'three';
import { asHelper } from '../layers';
import { useStage } from '../stage-context';
import { STUDIO } from './themes';

/** Cells of a metre for plants, of a decimetre for things that fit on a table. */
const cellFor = (radius: number): number => (radius > 1.2 ? 1 : radius > 0.12 ? 0.1 : 0.01);

/** The editors' grid: quiet lines on the floor that fade with distance. */
export function StageGrid() {
  const { store, theme } = useStage();
  const mesh = useRef<Mesh>(null);
  const [scale, setScale] = useState({ cell: 1, fade: 30, y: 0 });

  useEffect(
    () =>
      store.onMeasured(({ box }) => {
        const radius = box.isEmpty() ? 4 : box.min.distanceTo(box.max) / 2;
        const next = { cell: cellFor(radius), fade: Math.max(radius * 6, 1), y: store.floorY };
        setScale((before) =>
          before.cell === next.cell && before.y === next.y && Math.abs(before.fade / next.fade - 1) < 0.3
            ? before
            : next,
        );
      }),
    [store],
  );
  useEffect(() => {
    if (mesh.current) asHelper(mesh.current);
  }, []);

  const color = STUDIO[theme].grid;
  return (
    <Grid
      ref={mesh}
      position={[0, scale.y + 0.002, 0]}
      infiniteGrid
      cellSize={scale.cell}
      sectionSize={scale.cell * 5}
      cellThickness={0.5}
      sectionThickness={0.9}
      cellColor={color}
      sectionColor={color}
      fadeDistance={scale.fade}
      fadeStrength={1.5}
    />
  );
}
