'use client';

import { Canvas, type RootState, useFrame } from '@react-three/fiber';
import {
  type ReactNode,
  type Ref,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { PerspectiveCamera } from 'three';
import type { StageCameraApi } from './camera/camera-api';
import { FIELD_OF_VIEW } from './camera/fit-view';
import { detectQuality } from './detect-quality';
import { HELPER_LAYER } from './layers';
import { StageCamera } from './stage-camera';
import { StageContext, useStage } from './stage-context';
import { StageStore } from './stage-store';
import { StageGrid } from './studio/stage-grid';
import { Studio } from './studio/studio';
import { BACKGROUND } from './studio/themes';
import {
  NO_INSETS,
  type StageBackground,
  type StageFrame,
  type StageInsets,
  type StageQuality,
  type StageTheme,
  type StageView,
} from './types';

const PIXEL_RATIO: Record<StageQuality, [number, number]> = { low: [1, 1], medium: [1, 1.5], high: [1, 2] };

export interface StageProps {
  theme: StageTheme;
  /** What the stage shows, for those who can't see it. */
  label: string;
  /** Default: what the device can draw well; `low` where the processor draws (tests). */
  quality?: StageQuality;
  background?: StageBackground;
  floor?: boolean;
  grid?: boolean;
  /** Factor on all light. */
  light?: number;
  /** `content` puts the floor under what is shown (one asset); `zero` keeps it at height 0 (scenes). */
  ground?: 'zero' | 'content';
  /** Pixels that panels cover at the edges. */
  insets?: StageInsets;
  /** Without one, the camera frames everything and keeps doing so until someone moves it. */
  initialView?: StageView | undefined;
  cameraRef?: Ref<StageCameraApi>;
  /** The store, for what lives outside the stage: thumbnails, bounds. Inside, `useStage()` has it. */
  storeRef?: Ref<StageStore>;
  /** Content: measured, shadowed, reflected, picked. */
  children?: ReactNode;
  /** Objects in the scene that are not content: gizmos, guides. */
  helpers?: ReactNode;
  /** DOM over the canvas that may use the stage: `<StageOverlay>`, `<ViewCube>`, toolbars. */
  overlay?: ReactNode;
  /** Shown where the browser has no WebGL. */
  fallback?: ReactNode;
  onPointerMissed?: (event: MouseEvent) => void;
}

const noSubscription = () => () => {};
const serverQuality = (): StageQuality | 'none' => 'low';

/**
 * The page's one canvas with our studio in it: light, shadow, contact, floor, camera. Draws on demand only. Fills its
 * parent, which needs a size. Content that moves must say so (`useStageInvalidate`).
 *
 * @example
 * <Stage theme={theme} label={t('scene', { name })} insets={{ top: 64, right: 320, bottom: 0, left: 220 }}
 *   overlay={<><StageOverlay items={items} /><ViewCube className="absolute end-4 bottom-4" /></>}>
 *   {instances.map((i) => <group key={i.id} position={i.position}><AssetModel url={i.url} parts={i.parts} /></group>)}
 * </Stage>
 */
export function Stage(props: StageProps) {
  const detected = useSyncExternalStore(noSubscription, detectQuality, serverQuality);
  if (detected === 'none') return <>{props.fallback ?? null}</>;
  return <LitStage {...props} quality={props.quality ?? detected} />;
}

function LitStage(props: StageProps & { quality: StageQuality }) {
  const { theme, quality, background = 'studio', insets = NO_INSETS, floor = true, light = 1 } = props;
  const [store] = useState(() => new StageStore());
  const host = useRef<HTMLDivElement>(null);
  useImperativeHandle(props.storeRef, () => store, [store]);
  const { top, right, bottom, left } = insets;
  const context = useMemo(
    () => ({ store, theme, quality, insets: { top, right, bottom, left } }),
    [store, theme, quality, top, right, bottom, left],
  );

  return (
    <StageContext value={context}>
      <div
        ref={host}
        data-stage={theme}
        className="relative isolate size-full overflow-hidden"
        style={{ background: BACKGROUND[theme][background] }}
      >
        <Canvas
          className="touch-none outline-none focus-visible:ring-2 focus-visible:ring-focus focus-visible:ring-inset"
          tabIndex={0}
          role="application"
          aria-label={props.label}
          frameloop="demand"
          shadows="percentage"
          dpr={PIXEL_RATIO[quality]}
          gl={CONTEXT}
          camera={CAMERA}
          onCreated={(state) => connect(store, state)}
          {...(props.onPointerMissed && { onPointerMissed: props.onPointerMissed })}
        >
          <Studio light={light} floor={floor} ground={props.ground ?? 'zero'} />
          <group
            ref={(group) => {
              store.content = group;
            }}
            name="stage-content"
          >
            {props.children}
          </group>
          <group
            ref={(group) => {
              store.helpers = group;
            }}
            name="stage-helpers"
          >
            {props.grid && <StageGrid />}
            {props.helpers}
          </group>
          <StageCamera
            {...(props.cameraRef && { ref: props.cameraRef })}
            {...(props.initialView && { initialView: props.initialView })}
          />
          <FrameBroadcast host={host} />
        </Canvas>
        {props.overlay}
      </div>
    </StageContext>
  );
}

// Stencil: outlines around parts are cut out with it.
const CONTEXT = { antialias: true, alpha: true, stencil: true, powerPreference: 'high-performance' } as const;
const CAMERA = { fov: FIELD_OF_VIEW, near: 0.1, far: 400, position: [8, 7, 13] as [number, number, number] };

function connect(store: StageStore, state: RootState): void {
  store.root = state;
  state.camera.layers.enable(HELPER_LAYER);
}

/** Tells DOM beside the canvas about each frame, after the camera has moved and before the frame is drawn. */
function FrameBroadcast({ host }: { host: RefObject<HTMLDivElement | null> }) {
  const { store } = useStage();
  const frame = useRef<StageFrame>(null);
  useFrame(({ camera, size }, delta) => {
    if (!(camera instanceof PerspectiveCamera)) return;
    camera.updateMatrixWorld();
    frame.current ??= { camera, width: 0, height: 0, delta: 0 };
    frame.current.camera = camera;
    frame.current.width = size.width;
    frame.current.height = size.height;
    frame.current.delta = Math.min(delta, 0.1);
    store.emitFrame(frame.current);
    // For tests: content has been measured, baked and drawn.
    if (!store.bounds.box.isEmpty()) host.current?.setAttribute('data-drawn', 'true');
  });
  useEffect(() => store.invalidate(), [store]);
  return null;
}
