'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useStage, useStageFrame } from './stage-context';
import type { Vector3Tuple } from './types';

const SIZE = 46;

interface Face {
  key: 'front' | 'right' | 'back' | 'left' | 'top';
  direction: Vector3Tuple;
  transform: string;
}

const half = SIZE / 2;
const FACES: readonly Face[] = [
  { key: 'front', direction: [0, 0, 1], transform: `translateZ(${half}px)` },
  { key: 'right', direction: [1, 0, 0], transform: `rotateY(90deg) translateZ(${half}px)` },
  { key: 'back', direction: [0, 0, -1], transform: `rotateY(180deg) translateZ(${half}px)` },
  { key: 'left', direction: [-1, 0, 0], transform: `rotateY(-90deg) translateZ(${half}px)` },
  { key: 'top', direction: [0, 1, 0.0001], transform: `rotateX(90deg) translateZ(${half}px)` },
];

/**
 * A cube that turns with the camera; its faces take the camera to that side. One stop for Tab, arrows go from face to
 * face. Place it with `className`, in the stage's `overlay`.
 *
 * @example
 * <ViewCube className="absolute end-6 bottom-6" />
 */
export function ViewCube({ className = '' }: { className?: string }) {
  const t = useTranslations('stage.cube');
  const { store } = useStage();
  const frame = useRef<HTMLDivElement>(null);
  const cube = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    store.obstacles.add(element);
    return () => {
      store.obstacles.delete(element);
    };
  }, [store]);

  useStageFrame(({ camera }) => {
    if (!cube.current) return;
    const e = camera.matrixWorldInverse.elements;
    // The camera's rotation; CSS has y down, so the second row and column change sign.
    cube.current.style.transform = `matrix3d(${fixed(e[0])},${fixed(e[1], -1)},${fixed(e[2])},0,${fixed(e[4], -1)},${fixed(e[5])},${fixed(e[6], -1)},0,${fixed(e[8])},${fixed(e[9], -1)},${fixed(e[10])},0,0,0,0,1)`;
  });

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : -1;
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const faces = [...event.currentTarget.querySelectorAll('button')];
    const at = faces.findIndex((face) => face.matches(':focus'));
    faces[(at + step + faces.length) % faces.length]?.focus();
  };

  return (
    <div
      ref={frame}
      role="toolbar"
      aria-label={t('label')}
      dir="ltr"
      className={`[perspective:400px] ${className}`}
      style={{ width: SIZE, height: SIZE }}
      onKeyDown={onKeyDown}
    >
      <div ref={cube} className="relative size-full [transform-style:preserve-3d]">
        {FACES.map((face, index) => (
          <button
            key={face.key}
            type="button"
            tabIndex={index === 0 ? 0 : -1}
            aria-label={t('look', { side: t(face.key) })}
            onClick={() => store.camera?.lookFrom(face.direction)}
            className="absolute inset-0 grid cursor-pointer place-items-center border border-line-strong bg-glass font-semibold text-[9px] text-ink-2 uppercase [backface-visibility:hidden] hover:bg-accent-soft hover:text-accent-text focus-visible:text-accent-text focus-visible:outline-2 focus-visible:outline-focus focus-visible:-outline-offset-2"
            style={{ transform: face.transform }}
          >
            {t(face.key)}
          </button>
        ))}
      </div>
    </div>
  );
}

const fixed = (value: number, sign = 1): string => (value * sign).toFixed(5);
