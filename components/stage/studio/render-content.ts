import {
  type Camera,
  Color,
  type Material,
  type Object3D,
  Scene,
  type WebGLRenderer,
  type WebGLRenderTarget,
} from 'three';

const borrowed = new Scene();
borrowed.matrixWorldAutoUpdate = false;
const clearColor = new Color();

/**
 * Draws only `content` (not the floor, gizmos or lights beside it) with one material into a target. The content is
 * lent to a scene of our own for the call; it is not re-parented, so its world matrices stay as they are.
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
  try {
    renderer.setRenderTarget(target);
    renderer.setClearColor(0x000000, 0);
    renderer.clear();
    renderer.render(borrowed, camera);
  } finally {
    borrowed.children.length = 0;
    borrowed.overrideMaterial = null;
    renderer.setRenderTarget(previous);
    renderer.setClearColor(clearColor, alpha);
  }
}
