'use client';

import type { ThreeEvent } from '@react-three/fiber';
import { type Ref, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import { Box3, type Group, type Intersection, Matrix3, type Object3D, Vector3 } from 'three';
import { FootprintOutline } from './footprint-outline';
import { AlarmHalo } from './model/alarm-halo';
import { GhostBox } from './model/ghost-box';
import { ModelInstance } from './model/model-instance';
import { PartOutlines } from './model/part-outlines';
import { solidHit } from './model/solid-hit';
import { useHover } from './model/use-hover';
import { useStage } from './stage-context';
import type { ModelPart, PartAlarm, PartAnchor, Vector3Tuple } from './types';
import { useAssetModel } from './use-asset-model';

export interface AssetModelHandle {
  /** The part's object; bindings may move, turn or hide it (then call `invalidate`). */
  part(id: string): Object3D | undefined;
  /** World bounds of a part, or of everything. Empty while loading. */
  worldBox(partId?: string): Box3;
  /** Where an anchor is now. False while the model is loading or lacks the part. */
  anchorToWorld(anchor: PartAnchor, target: Vector3): boolean;
}

/** A picked point in the part's own space, as an anchor keeps it. */
export interface LocalPoint {
  position: Vector3Tuple;
  normal: Vector3Tuple;
}

export interface AssetModelProps {
  url: string;
  parts: readonly ModelPart[];
  /** Thin accent outline: what the pointer or the tree points at. */
  highlight?: readonly string[] | undefined;
  /** Firm accent outline around parts (asset editor). */
  selectedParts?: readonly string[] | undefined;
  /** Accent frame on the floor around the instance (scenes). */
  selected?: boolean | undefined;
  /** Parts that glow. Keep the map's identity while nothing changes. */
  alarm?: ReadonlyMap<string, PartAlarm> | undefined;
  /** Steps back, so that an alarm elsewhere stands out. */
  dimmed?: boolean | undefined;
  /** Bounds as the server measured them: a ghost stands there while the model loads, and if it can't be loaded. */
  bounds?: { min: Vector3Tuple; max: Vector3Tuple } | undefined;
  /** A click (not a drag) on a part, or on what belongs to no part (null). Glass lets the click through. */
  onPick?: ((partId: string | null, point: Vector3, normal: Vector3, local: LocalPoint) => void) | undefined;
  /** The part under the pointer, throttled; null when it leaves. */
  onHover?: ((partId: string | null) => void) | undefined;
  onStatus?: ((status: 'loading' | 'ready' | 'error', error?: Error) => void) | undefined;
  ref?: Ref<AssetModelHandle>;
}

/** Pixels that a press may move and still be a click. */
const CLICK_SLACK = 5;

/**
 * One placed copy of an asset's GLB. Copies of the same URL share geometry and materials, also those of alarms. Place it
 * by putting it in a `<group>`.
 *
 * @example
 * <group position={instance.position} rotation={instance.rotation} scale={instance.scale}>
 *   <AssetModel url={asset.modelUrl} parts={asset.parts} alarm={alarms} selected={isSelected}
 *     onPick={(partId, point) => select(instance.id, partId)} />
 * </group>
 */
export function AssetModel(props: AssetModelProps) {
  const { url, parts, bounds, onStatus } = props;
  const model = useAssetModel(url);
  const error = model.status === 'error' ? model.error : undefined;

  useEffect(() => onStatus?.(model.status, error), [onStatus, model.status, error]);

  const value = model.status === 'ready' ? model.value : null;
  const instance = useMemo(() => (value ? new ModelInstance(value, parts) : null), [value, parts]);
  if (instance) return <PlacedModel key={instance.object.uuid} {...props} instance={instance} />;
  return bounds ? <GhostBox min={bounds.min} max={bounds.max} /> : null;
}

function PlacedModel(props: AssetModelProps & { instance: ModelInstance }) {
  const { instance, alarm, dimmed = false, onPick, onHover } = props;
  const { store } = useStage();
  const group = useRef<Group>(null);

  useEffect(() => {
    store.contentChanged();
    return store.contentChanged;
  }, [store]);

  useEffect(() => {
    instance.dress(alarm, dimmed);
    store.invalidate();
  }, [instance, alarm, dimmed, store]);

  useImperativeHandle(props.ref, () => modelHandle(instance), [instance]);
  useHover(group, onHover && ((object) => onHover(object && instance.partAt(object))));

  const onClick = (event: ThreeEvent<MouseEvent>) => {
    if (!onPick || event.delta > CLICK_SLACK) return;
    event.stopPropagation();
    const hit = solidHit(event.intersections.filter((one) => one.eventObject === event.eventObject)) ?? event;
    const point = pointOn(instance, hit);
    onPick(point.partId, hit.point.clone(), point.normal, point.local);
  };

  return (
    <group ref={group} {...(onPick && { onClick })}>
      <primitive object={instance.object} />
      <PartOutlines instance={instance} highlight={props.highlight} selected={props.selectedParts} />
      {alarm &&
        [...alarm].map(([partId, partAlarm]) => (
          <AlarmHalo key={partId} instance={instance} partId={partId} alarm={partAlarm} />
        ))}
      {props.selected && <FootprintOutline box={instance.model.box} />}
    </group>
  );
}

function pointOn(instance: ModelInstance, hit: Intersection) {
  const partId = instance.partAt(hit.object);
  const normal = hit.face ? hit.face.normal.clone() : new Vector3(0, 1, 0);
  normal.applyNormalMatrix(new Matrix3().getNormalMatrix(hit.object.matrixWorld)).normalize();
  const part = (partId !== null && instance.part(partId)) || instance.object;
  const position = part.worldToLocal(hit.point.clone());
  const tip = part.worldToLocal(hit.point.clone().add(normal));
  const local: LocalPoint = { position: position.toArray(), normal: tip.sub(position).normalize().toArray() };
  return { partId, normal, local };
}

function modelHandle(instance: ModelInstance): AssetModelHandle {
  return {
    part: (id) => instance.part(id),
    worldBox: (partId) => {
      instance.object.updateWorldMatrix(true, true);
      const box = partId === undefined ? instance.model.box.clone() : instance.partBox(partId);
      return box.isEmpty() ? new Box3() : box.applyMatrix4(instance.object.matrixWorld);
    },
    anchorToWorld: (anchor, target) => {
      const part = instance.part(anchor.partId);
      if (!part) return false;
      part.updateWorldMatrix(true, false);
      target.fromArray(anchor.position).applyMatrix4(part.matrixWorld);
      return true;
    },
  };
}
