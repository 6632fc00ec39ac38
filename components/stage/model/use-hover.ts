'use client';

import { useThree } from '@react-three/fiber';
import { type RefObject, useEffect, useRef } from 'react';
import { type Object3D, Raycaster, Vector2 } from 'three';
import { solidHit } from './solid-hit';

const INTERVAL = 80;

/**
 * Which object of `root` is under the pointer, at most twelve times a second and only while the pointer moves without a
 * button: testing every triangle on every pointer event would stall large models.
 */
export function useHover(
  root: RefObject<Object3D | null>,
  onHover: ((object: Object3D | null) => void) | undefined,
): void {
  const canvas = useThree((state) => state.gl.domElement);
  const camera = useThree((state) => state.camera);
  const latest = useRef(onHover);
  useEffect(() => {
    latest.current = onHover;
  });
  const active = onHover !== undefined;

  useEffect(() => {
    if (!active) return;
    const raycaster = new Raycaster();
    const at = new Vector2();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer = undefined;
      if (!root.current) return;
      raycaster.setFromCamera(at, camera);
      const hits = raycaster.intersectObject(root.current, true);
      latest.current?.(solidHit(hits)?.object ?? null);
    };
    const onMove = (event: PointerEvent) => {
      if (event.buttons !== 0 || event.pointerType === 'touch') return;
      const rect = canvas.getBoundingClientRect();
      at.set(
        ((event.clientX - rect.left) / rect.width) * 2 - 1,
        1 - ((event.clientY - rect.top) / rect.height) * 2,
      );
      timer ??= setTimeout(look, INTERVAL);
    };
    const onLeave = () => {
      clearTimeout(timer);
      timer = undefined;
      latest.current?.(null);
    };
    canvas.addEventListener('pointermove', onMove);
    canvas.addEventListener('pointerleave', onLeave);
    return () => {
      clearTimeout(timer);
      canvas.removeEventListener('pointermove', onMove);
      canvas.removeEventListener('pointerleave', onLeave);
    };
  }, [active, canvas, camera, root]);
}
