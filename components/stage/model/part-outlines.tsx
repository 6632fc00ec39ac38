'use client';

import { useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import type { Mesh } from 'three';
import { useStage } from '../stage-context';
import { ACCENT } from '../studio/themes';
import type { ModelInstance } from './model-instance';
import { PartOutline } from './part-outline';

const NONE: readonly string[] = [];

const meshesOf = (instance: ModelInstance, parts: readonly string[]): Mesh[] => [
  ...new Set(parts.flatMap((id) => instance.meshesOf(id))),
];

/** Accent outlines: a thin one around what the pointer or the tree points at, a firm one around what is selected. */
export function PartOutlines({
  instance,
  highlight = NONE,
  selected = NONE,
}: {
  instance: ModelInstance;
  highlight?: readonly string[] | undefined;
  selected?: readonly string[] | undefined;
}) {
  const { store, theme } = useStage();
  const size = useThree((state) => state.size);
  const hover = useMemo(() => new PartOutline(1, 1.5), []);
  const firm = useMemo(() => new PartOutline(2, 2.5), []);

  useEffect(() => {
    hover.setColor(ACCENT[theme], 0.7);
    firm.setColor(ACCENT[theme], 1);
    store.invalidate();
  }, [hover, firm, theme, store]);

  useEffect(() => {
    hover.viewport.set(size.width, size.height);
    firm.viewport.set(size.width, size.height);
  }, [hover, firm, size]);

  useEffect(() => {
    const selectedMeshes = meshesOf(instance, selected);
    firm.show(selectedMeshes);
    const already = new Set(selectedMeshes);
    hover.show(meshesOf(instance, highlight).filter((mesh) => !already.has(mesh)));
    store.invalidate();
  }, [instance, highlight, selected, hover, firm, store]);

  useEffect(
    () => () => {
      hover.dispose();
      firm.dispose();
    },
    [hover, firm],
  );

  return (
    <>
      <primitive object={hover.group} />
      <primitive object={firm.group} />
    </>
  );
}
