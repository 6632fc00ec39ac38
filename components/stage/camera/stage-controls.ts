import { CameraControlsImpl } from '@react-three/drei';

/** A frame's worth of time: what a motion that starts after a rest is given for its first step. */
const FIRST_STEP = 1 / 60;

/**
 * Camera controls for frames on demand. The clock runs while nothing is drawn, so the first frame after a pause would
 * report seconds and a smooth motion would arrive in one jump.
 */
export class StageControls extends CameraControlsImpl {
  private moving = false;

  override update(delta: number): boolean {
    const updated = super.update(this.moving ? delta : Math.min(delta, FIRST_STEP));
    this.moving = updated;
    return updated;
  }

  /** Where a running motion will end; how far the camera then is from its target. */
  get endDistance(): number {
    return this._sphericalEnd.radius;
  }
}
