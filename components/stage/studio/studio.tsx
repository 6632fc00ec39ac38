'use client';

import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DirectionalLight, Group, WebGLRenderTarget } from 'three';
import { useStage } from '../stage-context';
import type { StageQuality } from '../types';
import { ContactBake } from './bake-contact';
import { bakeEnvironment } from './bake-environment';
import { BakeSchedule } from './bake-schedule';
import { measureContent } from './content-bounds';
import { fitKeyLight } from './fit-key-light';
import { Floor } from './floor';
import { floorUniforms } from './floor-material';
import { floorShape } from './floor-shape';
import { surfaceUniforms } from './surface-shader';
import { STUDIO } from './themes';

const SHADOW_PIXELS: Record<StageQuality, number> = { low: 1024, medium: 2048, high: 3072 };
const CONTACT_PIXELS: Record<StageQuality, number> = { low: 512, medium: 1024, high: 1024 };
const BAKE_INTERVAL: Record<StageQuality, number> = { low: 600, medium: 160, high: 160 };

/** The room's light as one environment map per theme, kept for the life of the canvas. */
function useStudioEnvironment(light: number, restored: number) {
  const { store, theme } = useStage();
  const gl = useThree((state) => state.gl);
  const scene = useThree((state) => state.scene);
  const baked = useMemo(() => ({ restored, themes: new Map<string, WebGLRenderTarget>() }), [restored]);

  useEffect(() => {
    const look = STUDIO[theme];
    let target = baked.themes.get(theme);
    if (!target) {
      target = bakeEnvironment(gl, look);
      baked.themes.set(theme, target);
    }
    scene.environment = target.texture;
    scene.environmentIntensity = look.environment * light;
    gl.toneMappingExposure = look.exposure;
    surfaceUniforms.uBackdrop.value.set(look.backdrop);
    store.invalidate();
  }, [gl, scene, store, theme, light, baked]);

  useEffect(
    () => () => {
      for (const target of baked.themes.values()) target.dispose();
      baked.themes.clear();
    },
    [baked],
  );
}

/** Counts how often the graphics context came back: what was baked is gone then. */
function useRestoredContexts(): number {
  const canvas = useThree((state) => state.gl.domElement);
  const [count, setCount] = useState(0);
  useEffect(() => {
    const onRestored = () => setCount((before) => before + 1);
    canvas.addEventListener('webglcontextrestored', onRestored);
    return () => canvas.removeEventListener('webglcontextrestored', onRestored);
  }, [canvas]);
  return count;
}

/**
 * The studio: environment, one key light with a shadow that is drawn only when content changed, contact shadow and
 * floor. `light` scales everything that shines; `ground` puts the floor at 0 or under the content.
 */
export function Studio({
  light,
  floor,
  ground,
}: {
  light: number;
  floor: boolean;
  ground: 'zero' | 'content';
}) {
  const { store, theme, quality } = useStage();
  const gl = useThree((state) => state.gl);
  const key = useRef<DirectionalLight>(null);
  const floorGroup = useRef<Group>(null);
  const uniforms = useMemo(floorUniforms, []);
  const schedule = useMemo(() => new BakeSchedule(BAKE_INTERVAL[quality]), [quality]);
  const restored = useRestoredContexts();
  const contact = useMemo(
    () => ({ restored, bake: new ContactBake(CONTACT_PIXELS[quality]) }),
    [quality, restored],
  );

  useStudioEnvironment(light, restored);
  useEffect(() => () => contact.bake.dispose(), [contact]);

  useEffect(() => store.onContentChange(() => schedule.markChanged()), [store, schedule]);
  // Any new prop, quality or theme may need a bake; the next frame compares and decides.
  useEffect(() => store.invalidate());

  useEffect(() => {
    const shadow = key.current?.shadow;
    if (!shadow) return;
    shadow.autoUpdate = false;
    shadow.map?.dispose();
    shadow.map = null;
    shadow.mapSize.setScalar(SHADOW_PIXELS[quality]);
    schedule.markChanged();
  }, [quality, schedule]);

  const baked = useRef({ contact, ground });
  const wake = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(wake.current), []);

  useFrame(() => {
    store.glows.apply();
    if (baked.current.contact !== contact || baked.current.ground !== ground) {
      baked.current = { contact, ground };
      schedule.markChanged();
    }
    const wait = schedule.due(performance.now());
    if (wait === null || !store.content || !key.current) return;
    if (wait > 0) {
      clearTimeout(wake.current);
      wake.current = setTimeout(store.invalidate, wait);
      return;
    }
    const bounds = measureContent(store.content);
    store.floorY = ground === 'content' && !bounds.box.isEmpty() ? bounds.box.min.y : 0;
    const shape = floorShape(bounds.box, store.floorY);
    surfaceUniforms.uGround.value.set(store.floorY, shape.occlusionHeight, 0.62, 0);
    fitKeyLight(key.current, bounds.box);
    key.current.shadow.needsUpdate = true;
    contact.bake.bake(gl, store.content, shape.area);
    uniforms.uContact.value = contact.bake.target.texture;
    uniforms.uArea.value.set(shape.area.x, shape.area.z, shape.area.width, shape.area.depth);
    uniforms.uFade.value.set(shape.fadeFrom, shape.fadeTo, shape.squeezeX, shape.squeezeZ);
    floorGroup.current?.position.set(shape.area.x, store.floorY, shape.area.z);
    // Exactly the ellipse on which the floor is not clear: what is not drawn costs nothing.
    floorGroup.current?.scale.set(shape.fadeTo / shape.squeezeX, 1, shape.fadeTo / shape.squeezeZ);
    store.emitMeasured(bounds);
    schedule.markBaked(performance.now());
  }, -2);

  const look = STUDIO[theme];
  return (
    <>
      <directionalLight
        ref={key}
        color={look.keyColor}
        intensity={look.key * light}
        castShadow
        shadow-bias={-0.0004}
        shadow-intensity={0.85}
      />
      <group ref={floorGroup}>
        <Floor uniforms={uniforms} visible={floor} />
      </group>
    </>
  );
}
