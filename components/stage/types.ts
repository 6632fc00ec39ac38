import type { PerspectiveCamera, Vector3 } from 'three';

export type StageTheme = 'light' | 'dark';

/** low: no reflection, small shadow, one pixel per pixel; medium: finer; high: adds the reflecting floor. */
export type StageQuality = 'low' | 'medium' | 'high';

export type StageBackground = 'studio' | 'plain' | 'deep';

export type Vector3Tuple = [number, number, number];

/** Pixels of the stage that panels cover at each edge. What is left is the free area: content is framed in it. */
export interface StageInsets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export const NO_INSETS: StageInsets = { top: 0, right: 0, bottom: 0, left: 0 };

/** Where the camera stands and what it looks at; the same shape as a scene document's view. */
export interface StageView {
  position: Vector3Tuple;
  target: Vector3Tuple;
}

/** A part of an asset as the viewer needs it: its stable id and the index of its node in the GLB. */
export interface ModelPart {
  id: string;
  node: number;
}

/** How strongly, and in which colour, a part glows. `intensity` runs from 0 to 1. */
export interface PartAlarm {
  color: string;
  intensity: number;
}

/** A point on a part, in the part's own space: what a widget's anchor stores. */
export interface PartAnchor {
  partId: string;
  position: Vector3Tuple;
  normal: Vector3Tuple;
}

/** Which space of the page a listener of frames may use. `Vector3`s and the camera must not be kept. */
export interface StageFrame {
  camera: PerspectiveCamera;
  width: number;
  height: number;
  /** Seconds since the last frame, at most 0.1: frames come on demand, so pauses do not count. */
  delta: number;
}

export type WorldPosition = Vector3 | (() => Vector3);
