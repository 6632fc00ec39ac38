'use client';

import { useThree } from '@react-three/fiber';
import { type RefObject, useEffect } from 'react';
import {
  type Intersection,
  type Material,
  Matrix3,
  Mesh,
  type Object3D,
  Raycaster,
  Vector2,
  Vector3,
} from 'three';
import { useStage } from '@/components/stage/stage-context';
import type { Anchor } from '@/lib/widget/schema';
import { useAssetEditor } from '../editor-context';

/** The point of the model under a point of the window, as an anchor; null beside the model. */
export type SurfacePointer = (clientX: number, clientY: number) => Anchor | null;

const pointer = new Vector2();
const raycaster = new Raycaster();
const toWorld = new Matrix3();
const normal = new Vector3();
const tip = new Vector3();

const isClear = (material: Material | Material[]): boolean =>
  [material].flat().every((one) => one.transparent);

/** Glass lets the pointer through, as a click does. */
const solid = (hits: readonly Intersection[]): Intersection | undefined =>
  hits.find(({ object }) => object instanceof Mesh && !isClear(object.material)) ?? hits[0];

function partAround(object: Object3D, partOf: ReadonlyMap<Object3D, string>): [Object3D, string] | null {
  for (let at: Object3D | null = object; at; at = at.parent) {
    const id = partOf.get(at);
    if (id !== undefined) return [at, id];
  }
  return null;
}

/** Gives those outside the canvas a way to ask what the pointer is over: an anchor is dragged by a DOM handle. */
export function SurfacePointerSource({
  target,
  partIds,
}: {
  target: RefObject<SurfacePointer | null>;
  partIds: readonly string[];
}) {
  const camera = useThree((state) => state.camera);
  const canvas = useThree((state) => state.gl.domElement);
  const { store } = useStage();
  const { anchors } = useAssetEditor();
  useEffect(() => {
    target.current = (clientX, clientY) => {
      const { model } = anchors;
      if (!store.content || !model) return null;
      const box = canvas.getBoundingClientRect();
      pointer.set(((clientX - box.left) / box.width) * 2 - 1, 1 - ((clientY - box.top) / box.height) * 2);
      raycaster.setFromCamera(pointer, camera);
      const hit = solid(raycaster.intersectObject(store.content, true));
      if (!hit?.face) return null;
      const partOf = new Map<Object3D, string>();
      for (const id of partIds) {
        const object = model.part(id);
        if (object) partOf.set(object, id);
      }
      const found = partAround(hit.object, partOf);
      if (!found) return null;
      const [part, partId] = found;
      normal.copy(hit.face.normal).applyNormalMatrix(toWorld.getNormalMatrix(hit.object.matrixWorld));
      tip.copy(hit.point).add(normal.normalize());
      const position = part.worldToLocal(hit.point.clone());
      const direction = part.worldToLocal(tip.clone()).sub(position).normalize();
      return { partId, position: position.toArray(), normal: direction.toArray() };
    };
    return () => {
      target.current = null;
    };
  }, [target, camera, canvas, store, anchors, partIds]);
  return null;
}
