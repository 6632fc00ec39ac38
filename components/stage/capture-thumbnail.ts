import { PerspectiveCamera, Vector2 } from 'three';
import { directionFrom, FIELD_OF_VIEW, fitView } from './camera/fit-view';
import { centreOf } from './camera/free-area';
import type { StageStore } from './stage-store';
import { BACKGROUND } from './studio/themes';
import type { StageTheme } from './types';

export interface ThumbnailOptions {
  width: number;
  height: number;
  /** `fit` frames all content from the usual side; `current` looks as the page does now. */
  view?: 'fit' | 'current';
  /** Paints a theme's background behind; transparent without one. */
  background?: StageTheme;
  type?: 'image/webp' | 'image/png';
}

const MARGIN = 0.06;
const size = new Vector2();

function thumbnailCamera(
  store: StageStore,
  current: PerspectiveCamera,
  options: ThumbnailOptions,
): PerspectiveCamera {
  const { width, height, view = 'fit' } = options;
  const camera = new PerspectiveCamera(FIELD_OF_VIEW, width / height, current.near, current.far);
  if (view === 'current' || store.bounds.corners.length === 0) {
    camera.position.copy(current.position);
    camera.quaternion.copy(current.quaternion);
  } else {
    const area = {
      left: width * MARGIN,
      right: width * (1 - MARGIN),
      top: height * MARGIN,
      bottom: height * (1 - MARGIN),
    };
    const direction = directionFrom(0.52, 0.46);
    const { corners } = store.bounds;
    const fit = fitView(corners, direction, FIELD_OF_VIEW, { width, height }, centreOf(area), area);
    camera.position.copy(fit.position);
    camera.lookAt(fit.target);
    camera.near = Math.max(fit.position.distanceTo(fit.target) * 0.02, 0.005);
    camera.far = fit.position.distanceTo(fit.target) * 20;
  }
  camera.updateProjectionMatrix();
  camera.updateMatrixWorld();
  return camera;
}

/**
 * A picture of the stage's content, without helpers. Drawn into the page's canvas and copied in the same task, so
 * nothing flickers and the drawing buffer need not be preserved.
 *
 * @example
 * const blob = await captureThumbnail(store, { width: 640, height: 400, background: 'light' });
 */
export function captureThumbnail(store: StageStore, options: ThumbnailOptions): Promise<Blob> {
  const { root, helpers } = store;
  if (!root || !(root.camera instanceof PerspectiveCamera))
    return Promise.reject(new Error('The stage is not drawn yet'));
  const { gl, scene } = root;
  const camera = thumbnailCamera(store, root.camera, options);
  const picture = document.createElement('canvas');
  picture.width = options.width;
  picture.height = options.height;
  const context = picture.getContext('2d');
  if (!context) return Promise.reject(new Error('No canvas to draw a thumbnail on'));

  gl.getSize(size);
  const ratio = gl.getPixelRatio();
  try {
    gl.setPixelRatio(1);
    gl.setSize(options.width, options.height, false);
    // Gizmos do not keep to the helpers' layer: their own pointer needs them on the first.
    if (helpers) helpers.visible = false;
    gl.render(scene, camera);
    if (options.background) paintBackground(context, options.background);
    context.drawImage(gl.domElement, 0, 0);
  } finally {
    if (helpers) helpers.visible = true;
    gl.setPixelRatio(ratio);
    gl.setSize(size.x, size.y, false);
    gl.render(scene, root.camera);
  }
  return new Promise((resolve, reject) => {
    const done = (blob: Blob | null) =>
      blob ? resolve(blob) : reject(new Error('The browser made no picture'));
    picture.toBlob(done, options.type ?? 'image/webp', 0.9);
  });
}

/** The page's gradient, whose two colours are the only ones in it. */
function paintBackground(context: CanvasRenderingContext2D, theme: StageTheme): void {
  const { width, height } = context.canvas;
  const [inner = '#ffffff', outer = inner] = BACKGROUND[theme].studio.match(/#[0-9a-f]{6}/g) ?? [];
  const radius = Math.max(width, height);
  const gradient = context.createRadialGradient(
    width * 0.46,
    height * 0.34,
    0,
    width * 0.46,
    height * 0.34,
    radius,
  );
  gradient.addColorStop(0, inner);
  gradient.addColorStop(1, outer);
  context.fillStyle = gradient;
  context.fillRect(0, 0, width, height);
}
