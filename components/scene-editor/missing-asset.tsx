'use client';

import { useMemo } from 'react';
import { Box3, Vector3 } from 'three';
import { FootprintOutline } from '@/components/stage/footprint-outline';
import { useStage } from '@/components/stage/stage-context';

const SIZE = 1;

/** Stands where an instance's asset was deleted: seen, selectable, and never mistaken for a machine. */
export function MissingAsset({ selected }: { selected: boolean }) {
  const { theme } = useStage();
  const box = useMemo(
    () => new Box3(new Vector3(-SIZE / 2, 0, -SIZE / 2), new Vector3(SIZE / 2, SIZE, SIZE / 2)),
    [],
  );
  return (
    <>
      <mesh position={[0, SIZE / 2, 0]}>
        <boxGeometry args={[SIZE, SIZE, SIZE]} />
        <meshBasicMaterial wireframe color={theme === 'dark' ? '#8a94a1' : '#5b6672'} />
      </mesh>
      {selected ? <FootprintOutline box={box} /> : null}
    </>
  );
}
