'use client';

import { useEffect, useMemo, useRef } from 'react';
import { type Box3, BufferGeometry, Float32BufferAttribute, type Mesh, Vector3 } from 'three';
import { asHelper } from './layers';
import { useStage } from './stage-context';
import { ACCENT } from './studio/themes';

const WIDTH = 0.06;
const scale = new Vector3();

/** A flat frame around a rectangle: four corners inside, four outside, eight triangles. */
function frameGeometry(halfX: number, halfZ: number, widthX: number, widthZ: number): BufferGeometry {
  const positions: number[] = [];
  for (const [growX, growZ] of [
    [0, 0],
    [widthX, widthZ],
  ] as const) {
    for (const [x, z] of [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const) {
      positions.push(x * (halfX + growX), 0, z * (halfZ + growZ));
    }
  }
  const index: number[] = [];
  for (let side = 0; side < 4; side++) {
    const next = (side + 1) % 4;
    index.push(side, next, side + 4, next, next + 4, side + 4);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(positions, 3));
  geometry.setIndex(index);
  return geometry;
}

/**
 * Selection of an instance: an accent frame on the floor around its footprint, 60 mm wide whatever the instance's
 * scale. Lives inside the instance's group; `box` is in that group's space.
 *
 * @example
 * <group position={…} rotation={…}><AssetModel … /><FootprintOutline box={model.box} /></group>
 */
export function FootprintOutline({ box, quiet = false }: { box: Box3; quiet?: boolean }) {
  const { store, theme } = useStage();
  const mesh = useRef<Mesh>(null);
  const gap = Math.min(0.2, Math.max(box.max.x - box.min.x, box.max.z - box.min.z) * 0.08);
  const geometry = useMemo(() => frameGeometry(1, 1, 0, 0), []);

  useEffect(() => {
    const target = mesh.current;
    if (!target) return;
    asHelper(target);
    target.parent?.getWorldScale(scale);
    const width = Math.min(WIDTH, Math.max(0.006, gap * 0.5));
    const shaped = frameGeometry(
      (box.max.x - box.min.x) / 2 + gap / Math.abs(scale.x || 1),
      (box.max.z - box.min.z) / 2 + gap / Math.abs(scale.z || 1),
      width / Math.abs(scale.x || 1),
      width / Math.abs(scale.z || 1),
    );
    geometry.copy(shaped);
    shaped.dispose();
    store.invalidate();
  });
  useEffect(() => () => geometry.dispose(), [geometry]);

  return (
    <mesh
      ref={mesh}
      geometry={geometry}
      position={[(box.min.x + box.max.x) / 2, box.min.y + 0.008, (box.min.z + box.max.z) / 2]}
      renderOrder={1}
    >
      <meshBasicMaterial
        color={ACCENT[theme]}
        toneMapped={false}
        transparent
        opacity={quiet ? 0.45 : 1}
        depthWrite={false}
        side={2}
        polygonOffset
        polygonOffsetFactor={-4}
      />
    </mesh>
  );
}
