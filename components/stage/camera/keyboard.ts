/** What a key asks of the camera. Angles in radians, pans in parts of the distance. */
export type CameraCommand =
  | { kind: 'orbit'; azimuth: number; polar: number }
  | { kind: 'pan'; x: number; y: number }
  | { kind: 'zoom'; factor: number }
  | { kind: 'fit' };

const TURN = Math.PI / 16;
const STEP = 0.08;
const ZOOM = 0.8;

const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Arrows orbit, with Shift they pan; + and − zoom, Home shows everything. Other keys are left to the page. */
export function cameraCommand(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): CameraCommand | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const arrow = ARROWS[event.key];
  if (arrow) {
    const [x, y] = arrow;
    return event.shiftKey
      ? { kind: 'pan', x: x * STEP, y: y * STEP }
      : { kind: 'orbit', azimuth: x * TURN, polar: y * TURN };
  }
  if (event.key === '+' || event.key === '=') return { kind: 'zoom', factor: ZOOM };
  if (event.key === '-' || event.key === '_') return { kind: 'zoom', factor: 1 / ZOOM };
  if (event.key === 'Home') return { kind: 'fit' };
  return null;
}
