import {
  AlwaysStencilFunc,
  Color,
  DoubleSide,
  Group,
  Mesh,
  MeshBasicMaterial,
  NotEqualStencilFunc,
  ReplaceStencilOp,
  ShaderMaterial,
  Vector2,
} from 'three';
import { asHelper } from '../layers';

/** Above everything. Each outline first cuts out its parts' shape, then draws the fattened parts around it. */
const FIRST_ORDER = 20;

const VERTEX = /* glsl */ `
uniform vec2 uViewport; uniform float uWidth;
void main() {
  vec4 at = projectionMatrix * modelViewMatrix * vec4(position, 1.);
  vec2 out2d = (projectionMatrix * vec4(normalize(normalMatrix * normal), 0.)).xy;
  float size = length(out2d);
  if (size > 1e-5) at.xy += out2d / size * uWidth * 2. / uViewport * at.w;
  gl_Position = at;
}`;

/** An outline of `width` pixels around parts, seen through what stands before them. Never a tint. */
export class PartOutline {
  readonly group = new Group();
  readonly viewport = new Vector2(1, 1);
  private readonly cut: MeshBasicMaterial;
  private readonly draw: ShaderMaterial;

  constructor(
    private readonly stencil: number,
    width: number,
  ) {
    this.cut = new MeshBasicMaterial({
      colorWrite: false,
      depthWrite: false,
      depthTest: false,
      transparent: true,
      side: DoubleSide,
      stencilWrite: true,
      stencilRef: stencil,
      stencilFunc: AlwaysStencilFunc,
      stencilZPass: ReplaceStencilOp,
    });
    this.draw = new ShaderMaterial({
      uniforms: {
        uColor: { value: new Color() },
        uOpacity: { value: 1 },
        uViewport: { value: this.viewport },
        uWidth: { value: width },
      },
      vertexShader: VERTEX,
      fragmentShader: `uniform vec3 uColor; uniform float uOpacity;
        void main(){ gl_FragColor = vec4(uColor, uOpacity);
        #include <colorspace_fragment>
        }`,
      transparent: true,
      depthTest: false,
      depthWrite: false,
      toneMapped: false,
      side: DoubleSide,
      stencilWrite: true,
      stencilRef: stencil,
      stencilFunc: NotEqualStencilFunc,
    });
    this.group.matrixAutoUpdate = false;
  }

  setColor(color: string, opacity: number): void {
    this.draw.uniforms.uColor?.value.set(color);
    if (this.draw.uniforms.uOpacity) this.draw.uniforms.uOpacity.value = opacity;
  }

  /** Outlines these meshes from now on; they keep their geometry and their place. */
  show(meshes: readonly Mesh[]): void {
    for (const child of [...this.group.children]) child.removeFromParent();
    for (const source of meshes) {
      for (const [material, order] of [
        [this.cut, FIRST_ORDER + this.stencil * 2],
        [this.draw, FIRST_ORDER + this.stencil * 2 + 1],
      ] as const) {
        const twin = new Mesh(source.geometry, material);
        twin.matrixAutoUpdate = false;
        // Shares the matrix object itself, so it follows a part that moves.
        twin.matrixWorldAutoUpdate = false;
        twin.matrixWorld = source.matrixWorld;
        twin.renderOrder = order;
        twin.raycast = () => {};
        this.group.add(twin);
      }
    }
    asHelper(this.group);
  }

  dispose(): void {
    this.group.clear();
    this.cut.dispose();
    this.draw.dispose();
  }
}
