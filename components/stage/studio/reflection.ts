import {
  Color,
  HalfFloatType,
  LinearMipmapLinearFilter,
  type Object3D,
  PerspectiveCamera,
  type Scene,
  Vector2,
  Vector3,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three';
import type { FloorUniforms } from './floor-material';

const size = new Vector2();
const ahead = new Vector3();
const clearColor = new Color();

/** The content drawn once more through a camera mirrored at the floor, at half size. Doubles the draw calls. */
export class Reflection {
  readonly target = new WebGLRenderTarget(8, 8, {
    type: HalfFloatType,
    generateMipmaps: true,
    minFilter: LinearMipmapLinearFilter,
  });
  private readonly mirrored = new PerspectiveCamera();

  draw(
    renderer: WebGLRenderer,
    scene: Scene,
    camera: PerspectiveCamera,
    floorY: number,
    uniforms: FloorUniforms,
    hidden: readonly (Object3D | null)[],
  ): void {
    const { mirrored, target } = this;
    renderer.getDrawingBufferSize(size);
    target.setSize(Math.max(1, size.x >> 1), Math.max(1, size.y >> 1));

    camera.updateMatrixWorld();
    camera.getWorldDirection(ahead);
    mirrored.position.copy(camera.position);
    mirrored.position.y = 2 * floorY - camera.position.y;
    ahead.y *= -1;
    mirrored.lookAt(ahead.add(mirrored.position));
    mirrored.updateMatrixWorld();
    mirrored.projectionMatrix.copy(camera.projectionMatrix);
    // The mirrored picture is upside down, and so is its view offset.
    const shift = mirrored.projectionMatrix.elements[9];
    if (shift !== undefined) mirrored.projectionMatrix.elements[9] = -shift;
    mirrored.projectionMatrixInverse.copy(mirrored.projectionMatrix).invert();
    uniforms.uMirrorMatrix.value
      .set(0.5, 0, 0, 0.5, 0, 0.5, 0, 0.5, 0, 0, 0.5, 0.5, 0, 0, 0, 1)
      .multiply(mirrored.projectionMatrix)
      .multiply(mirrored.matrixWorldInverse);

    renderer.getClearColor(clearColor);
    const alpha = renderer.getClearAlpha();
    for (const object of hidden) if (object) object.visible = false;
    renderer.setRenderTarget(target);
    renderer.setClearColor(0x000000, 0);
    renderer.clear();
    renderer.render(scene, mirrored);
    renderer.setRenderTarget(null);
    renderer.setClearColor(clearColor, alpha);
    for (const object of hidden) if (object) object.visible = true;
    uniforms.uMirror.value = target.texture;
  }

  dispose(): void {
    this.target.dispose();
  }
}
