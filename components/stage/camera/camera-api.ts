import type { Box3 } from 'three';
import type { StageView, Vector3Tuple } from '../types';
import type { CameraCommand } from './keyboard';

export interface CameraMove {
  /** Arrive at once instead of flying. Always so where the reader asks for less motion. */
  instant?: boolean;
}

export interface StageCameraApi {
  /** Frames all content in the free area, from where the camera looks now. */
  fitAll(move?: CameraMove): Promise<void>;
  /** Frames a box, e.g. of one instance, from where the camera looks now. */
  focus(box: Box3, move?: CameraMove): Promise<void>;
  flyTo(view: StageView, move?: CameraMove): Promise<void>;
  /** Frames all content from a side: `[0, 1, 0]` is from above, `[0, 0, 1]` from the front. */
  lookFrom(direction: Vector3Tuple, move?: CameraMove): Promise<void>;
  /** Where the camera stands, or where a running motion will end: what a saved view holds. */
  getView(): StageView;
  /** Runs a keyboard command; also for toolbar buttons. */
  run(command: CameraCommand): void;
}
