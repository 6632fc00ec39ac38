import type { RootState } from '@react-three/fiber';
import type { Group } from 'three';
import type { StageCameraApi } from './camera/camera-api';
import { type ContentBounds, emptyBounds } from './studio/content-bounds';
import { Glows } from './studio/glows';
import type { StageFrame } from './types';

export type FrameListener = (frame: StageFrame) => void;

/**
 * What the parts of one stage share outside React: nothing here causes a render. DOM beside the canvas (overlay,
 * view cube, toolbars) and objects inside it meet in this store.
 */
export class StageStore {
  readonly glows = new Glows();
  /** Holds what the consumer placed: measured, baked, picked. */
  content: Group | null = null;
  helpers: Group | null = null;
  root: RootState | null = null;
  camera: StageCameraApi | null = null;
  bounds: ContentBounds = emptyBounds();
  floorY = 0;
  /** Widgets stand over the scene: framing leaves them room. */
  hasCards = false;

  /** Elements that lie over the stage, inside the free area; cards keep clear of them. */
  readonly obstacles = new Set<HTMLElement>();

  private readonly frames = new Set<FrameListener>();
  private readonly changes = new Set<() => void>();
  private readonly measurements = new Set<(bounds: ContentBounds) => void>();

  /** Asks for one more frame. */
  invalidate = (): void => this.root?.invalidate();

  /** Says that content moved, came or went: bounds, shadow and contact are made again, soon and once. */
  contentChanged = (): void => {
    for (const listener of this.changes) listener();
    this.invalidate();
  };

  onFrame(listener: FrameListener): () => void {
    this.frames.add(listener);
    this.invalidate();
    return () => this.frames.delete(listener);
  }

  onContentChange(listener: () => void): () => void {
    this.changes.add(listener);
    return () => this.changes.delete(listener);
  }

  onMeasured(listener: (bounds: ContentBounds) => void): () => void {
    this.measurements.add(listener);
    return () => this.measurements.delete(listener);
  }

  emitFrame(frame: StageFrame): void {
    for (const listener of this.frames) listener(frame);
  }

  emitMeasured(bounds: ContentBounds): void {
    this.bounds = bounds;
    for (const listener of this.measurements) listener(bounds);
  }
}
