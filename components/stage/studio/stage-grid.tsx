'use client';

import { useEffect, useMemo, useRef } from 'react';
import { Color, type Mesh, PlaneGeometry, ShaderMaterial, Vector3 } from 'three';
import { asHelper } from '../layers';
import { useStage } from '../stage-context';
import type { ContentBounds } from './content-bounds';
import { STUDIO } from './themes';

const plane = new PlaneGeometry(2, 2).rotateX(-Math.PI / 2);
const centre = new Vector3();

/** Cells of a metre for plants, of a decimetre for machines on a table, of a centimetre for what fits a hand. */
const cellFor = (radius: number): number => (radius > 1 ? 1 : radius > 0.1 ? 0.1 : 0.01);

function createGridMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    transparent: true,
    depthWrite: false,
    polygonOffset: true,
    polygonOffsetFactor: -2,
    uniforms: {
      uColor: { value: new Color() },
      uCell: { value: 1 },
      uRadius: { value: 10 },
      uCentre: { value: new Vector3() },
    },
    vertexShader: `varying vec3 vAt;
      void main(){ vec4 at = modelMatrix * vec4(position, 1.); vAt = at.xyz; gl_Position = projectionMatrix * viewMatrix * at; }`,
    fragmentShader: `varying vec3 vAt; uniform vec3 uColor, uCentre; uniform float uCell, uRadius;
      float lines(vec2 at, float width){
        vec2 wide = max(fwidth(at), 1e-5);
        vec2 near = abs(fract(at - .5) - .5) / wide;
        // Cells finer than the pixels would only shimmer.
        float fine = 1. - smoothstep(.25, .6, max(wide.x, wide.y));
        return (1. - min(min(near.x, near.y) / width, 1.)) * fine;
      }
      void main(){
        float line = max(lines(vAt.xz / uCell, 1.) * .26, lines(vAt.xz / uCell / 5., 1.25) * .5);
        float fade = 1. - smoothstep(.35, 1., length(vAt.xz - uCentre.xz) / uRadius);
        gl_FragColor = vec4(uColor, line * fade);
        #include <colorspace_fragment>
      }`,
  });
}

function fitGrid(mesh: Mesh, material: ShaderMaterial, { box }: ContentBounds, floorY: number): void {
  const radius = box.isEmpty() ? 4 : Math.max(box.min.distanceTo(box.max) / 2, 0.05);
  const reach = radius * 3.5;
  if (box.isEmpty()) centre.set(0, floorY, 0);
  else box.getCenter(centre).setY(floorY);
  mesh.position.copy(centre);
  mesh.position.y += radius * 0.0004;
  mesh.scale.setScalar(reach);
  const { uCell, uRadius, uCentre } = material.uniforms;
  if (uCell) uCell.value = cellFor(radius);
  if (uRadius) uRadius.value = reach;
  uCentre?.value.copy(centre);
}

/** The editors' grid: quiet lines on the floor, anchored to the world, that fade away from the content. */
export function StageGrid() {
  const { store, theme } = useStage();
  const mesh = useRef<Mesh>(null);
  const material = useMemo(createGridMaterial, []);

  useEffect(() => {
    const target = mesh.current;
    if (!target) return;
    asHelper(target);
    fitGrid(target, material, store.bounds, store.floorY);
    return store.onMeasured((bounds) => fitGrid(target, material, bounds, store.floorY));
  }, [store, material]);

  useEffect(() => {
    material.uniforms.uColor?.value.set(STUDIO[theme].grid);
    store.invalidate();
  }, [material, store, theme]);
  useEffect(() => () => material.dispose(), [material]);

  return <mesh ref={mesh} geometry={plane} material={material} renderOrder={-1} name="stage-grid" />;
}
