'use client';

import { useFrame } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import { CircleGeometry, type Mesh, type Object3D, PerspectiveCamera } from 'three';
import { useStage } from '../stage-context';
import { createFloorMaterial, type FloorUniforms } from './floor-material';
import { Reflection } from './reflection';
import { STUDIO } from './themes';

const disc = new CircleGeometry(1, 96);
const hidden: (Object3D | null)[] = [null, null];

/** The quiet floor. Its size and contact map are set by the bakes; here are its look and its reflection. */
export function Floor({ uniforms, visible }: { uniforms: FloorUniforms; visible: boolean }) {
  const { store, theme, quality } = useStage();
  const mesh = useRef<Mesh>(null);
  const material = useMemo(() => createFloorMaterial(uniforms), [uniforms]);
  const reflects = quality === 'high' && visible;
  const reflection = useMemo(() => (reflects ? new Reflection() : null), [reflects]);

  useEffect(() => () => material.dispose(), [material]);
  useEffect(() => () => reflection?.dispose(), [reflection]);

  useEffect(() => {
    const look = STUDIO[theme];
    material.color.set(look.floor);
    material.roughness = look.floorRoughness;
    uniforms.uContactStrength.value.set(...look.contact);
    uniforms.uPool.value = look.glow * 0.5;
    uniforms.uMirrorStrength.value = reflection ? look.reflect : 0;
    store.invalidate();
  }, [theme, material, uniforms, reflection, store]);

  useFrame(({ gl, scene, camera }) => {
    if (!reflection || !mesh.current || !(camera instanceof PerspectiveCamera)) return;
    hidden[0] = mesh.current;
    hidden[1] = store.helpers;
    reflection.draw(gl, scene, camera, store.floorY, uniforms, hidden);
  }, -0.4);

  return (
    <mesh
      ref={mesh}
      geometry={disc}
      material={material}
      rotation-x={-Math.PI / 2}
      receiveShadow
      renderOrder={-2}
      visible={visible}
      name="stage-floor"
    />
  );
}
