import {
  type Camera,
  Color,
  type Material,
  type Object3D,
  Scene,
  type WebGLRenderer,
  type WebGLRenderTarget,
} from 'three';
import { CONTENT_LAYER } from '../layers';

const borrowed = new Scene();
borrowed.matrixWorldAutoUpdate = false;
const clearColor = new Color();
const takenOut = new Set<Object3D>();

/** Glass, floor markings and lines throw no shadow; they must not darken the floor as if they were solid. */
function takeOutShadowless(content: Object3D): void {
  content.traverse((object) => {
    if (object.castShadow || !object.layers.isEnabled(CONTENT_LAYER)) return;
    object.layers.disable(CONTENT_LAYER);
    takenOut.add(object);
  });
}

function putBack(): void {
  for (const object of takenOut) object.layers.enable(CONTENT_LAYER);
  takenOut.clear();
}

/**
 * Draws what throws a shadow in `content` (not the floor, gizmos or lights beside it) with one material into a target.
 * The content is lent to a scene of our own for the call; it is not re-parented, so its matrices stay as they are.
 */
export function renderContent(
  renderer: WebGLRenderer,
  content: Object3D,
  camera: Camera,
  material: Material,
  target: WebGLRenderTarget,
): void {
  renderer.getClearColor(clearColor);
  const alpha = renderer.getClearAlpha();
  const previous = renderer.getRenderTarget();
  borrowed.children.push(content);
  borrowed.overrideMaterial = material;
  takeOutShadowless(content);
  try {
    renderer.setRenderTarget(target);
    renderer.setClearColor(0x000000, 0);
    renderer.clear();
    renderer.render(borrowed, camera);
  } finally {
    putBack();
    borrowed.children.length = 0;
    borrowed.overrideMaterial = null;
    renderer.setRenderTarget(previous);
    renderer.setClearColor(clearColor, alpha);
  }
}
