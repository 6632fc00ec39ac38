'use client';

import { useEffect, useMemo, useRef } from 'react';
import { Color, type Group, type Sprite, Vector3 } from 'three';
import { asHelper } from '../layers';
import { useStage } from '../stage-context';
import { STUDIO } from '../studio/themes';
import type { PartAlarm } from '../types';
import { haloTexture } from './halo-texture';
import type { ModelInstance } from './model-instance';

/** Diameter of the halo: as wide as the machine, at most what suits a machine of three metres, at least its part. */
function haloSize(partRadius: number, modelRadius: number): number {
  return Math.max(partRadius * 2.2, Math.min(modelRadius, 1.4) * 1.85);
}

/** What an alarm throws around its part: a soft halo, light on what stands near, a pool on the floor. */
export function AlarmHalo({
  instance,
  partId,
  alarm,
}: {
  instance: ModelInstance;
  partId: string;
  alarm: PartAlarm;
}) {
  const { store, theme } = useStage();
  const source = useRef<Group>(null);
  const sprite = useRef<Sprite>(null);
  const { at, size } = useMemo(() => {
    const box = instance.partBox(partId);
    const model = instance.model.box;
    const radius = box.isEmpty() ? 0.1 : box.min.distanceTo(box.max) / 2;
    return {
      at: box.isEmpty() ? model.getCenter(new Vector3()) : box.getCenter(new Vector3()),
      size: haloSize(radius, model.min.distanceTo(model.max) / 2),
    };
  }, [instance, partId]);

  useEffect(() => {
    if (sprite.current) asHelper(sprite.current);
  }, []);

  useEffect(() => {
    if (!source.current) return;
    const remove = store.glows.add({
      source: source.current,
      reach: size * 1.23,
      color: new Color(alarm.color),
      intensity: alarm.intensity,
    });
    store.invalidate();
    return () => {
      remove();
      store.invalidate();
    };
  }, [store, size, alarm.color, alarm.intensity]);

  return (
    <group ref={source} position={at}>
      <sprite ref={sprite} scale={size} renderOrder={3}>
        <spriteMaterial
          map={haloTexture()}
          color={alarm.color}
          opacity={STUDIO[theme].glow * alarm.intensity}
          transparent
          depthWrite={false}
          depthTest={false}
          toneMapped={false}
        />
      </sprite>
    </group>
  );
}
