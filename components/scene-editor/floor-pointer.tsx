'use client';

import { useThree } from '@react-three/fiber';
import { type RefObject, useEffect } from 'react';
import { Plane, Raycaster, Vector2, Vector3 } from 'three';

/** The point of the floor under a point of the window; null above the horizon. */
export type FloorPointer = (clientX: number, clientY: number) => Vector3 | null;

const floor = new Plane(new Vector3(0, 1, 0), 0);
const pointer = new Vector2();
const raycaster = new Raycaster();
const hit = new Vector3();

/** Gives those outside the canvas a way to ask where the pointer is on the floor. */
export function FloorPointerSource({ target }: { target: RefObject<FloorPointer | null> }) {
  const camera = useThree((state) => state.camera);
  const canvas = useThree((state) => state.gl.domElement);
  useEffect(() => {
    target.current = (clientX, clientY) => {
      const box = canvas.getBoundingClientRect();
      pointer.set(((clientX - box.left) / box.width) * 2 - 1, 1 - ((clientY - box.top) / box.height) * 2);
      raycaster.setFromCamera(pointer, camera);
      return raycaster.ray.intersectPlane(floor, hit);
    };
    return () => {
      target.current = null;
    };
  }, [target, camera, canvas]);
  return null;
}
