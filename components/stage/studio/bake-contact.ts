import {
  DoubleSide,
  HalfFloatType,
  Mesh,
  type Object3D,
  OrthographicCamera,
  PlaneGeometry,
  Scene,
  ShaderMaterial,
  Vector2,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three';
import { renderContent } from './render-content';

/** A rectangle of floor: its centre and size, in metres. */
export interface FloorArea {
  x: number;
  z: number;
  width: number;
  depth: number;
  y: number;
  /** 1 for a plant; less for small things, whose contact would otherwise drown in the blur. */
  scale: number;
}

const NEAR_HEIGHT = 0.35;
const FAR_HEIGHT = 2.6;
/** Radii of the tight and the wide blur in metres; two rounds make the box of taps round. */
const BLUR_ROUNDS: [number, number][] = [
  [0.1, 0.9],
  [0.05, 0.4],
];

const PASS_THROUGH = 'varying vec2 vAt; void main(){ vAt = uv; gl_Position = vec4(position.xy, 0., 1.); }';

/**
 * Contact darkness: an orthographic camera lies under the floor and looks up once. Red holds what is close to the
 * floor (tight blur), green what hangs above it (wide blur). The floor's shader reads the texture.
 */
export class ContactBake {
  readonly target: WebGLRenderTarget;
  private readonly swap: WebGLRenderTarget;
  private readonly camera = new OrthographicCamera();
  private readonly quadCamera = new OrthographicCamera(-1, 1, 1, -1, 0, 1);
  private readonly quadScene = new Scene();
  private readonly height = new ShaderMaterial({
    side: DoubleSide,
    uniforms: { uHeights: { value: new Vector2() } },
    vertexShader: 'void main(){ gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.); }',
    fragmentShader: `uniform vec2 uHeights;
      void main(){
        float h = gl_FragCoord.z * uHeights.y;
        gl_FragColor = vec4(1. - smoothstep(0., uHeights.x, h), pow(clamp(1. - gl_FragCoord.z, 0., 1.), 1.6), 0., 1.);
      }`,
  });
  private readonly blur = new ShaderMaterial({
    uniforms: { uMap: { value: null }, uStep: { value: new Vector2() }, uRadii: { value: new Vector2() } },
    vertexShader: PASS_THROUGH,
    fragmentShader: `varying vec2 vAt; uniform sampler2D uMap; uniform vec2 uStep, uRadii;
      void main(){
        vec2 sum = vec2(0.); float weight = 0.;
        for (int i = -10; i <= 10; i++) {
          float f = float(i) / 10., g = exp(-f * f * 3.2);
          sum += g * vec2(texture2D(uMap, vAt + uStep * f * uRadii.x).r, texture2D(uMap, vAt + uStep * f * uRadii.y).g);
          weight += g;
        }
        gl_FragColor = vec4(sum / weight, 0., 1.);
      }`,
  });
  private readonly quad = new Mesh(new PlaneGeometry(2, 2), this.blur);

  constructor(pixels: number) {
    const options = { type: HalfFloatType, depthBuffer: true };
    this.target = new WebGLRenderTarget(pixels, pixels, options);
    this.swap = new WebGLRenderTarget(pixels, pixels, options);
    this.camera.rotation.x = Math.PI / 2;
    this.quadScene.add(this.quad);
  }

  bake(renderer: WebGLRenderer, content: Object3D, area: FloorArea): void {
    const { camera, height } = this;
    camera.left = -area.width / 2;
    camera.right = area.width / 2;
    camera.top = area.depth / 2;
    camera.bottom = -area.depth / 2;
    camera.near = 0;
    camera.far = FAR_HEIGHT * area.scale;
    camera.position.set(area.x, area.y + 0.001, area.z);
    camera.updateProjectionMatrix();
    camera.updateMatrixWorld();
    height.uniforms.uHeights?.value.set(NEAR_HEIGHT * area.scale, camera.far);
    renderContent(renderer, content, camera, height, this.target);
    for (const [tight, wide] of BLUR_ROUNDS) {
      this.spread(renderer, this.target, this.swap, 1 / area.width, 0, tight * area.scale, wide * area.scale);
      this.spread(renderer, this.swap, this.target, 0, 1 / area.depth, tight * area.scale, wide * area.scale);
    }
  }

  private spread(
    renderer: WebGLRenderer,
    from: WebGLRenderTarget,
    to: WebGLRenderTarget,
    x: number,
    y: number,
    tight: number,
    wide: number,
  ): void {
    const { uMap, uStep, uRadii } = this.blur.uniforms;
    if (uMap) uMap.value = from.texture;
    uStep?.value.set(x, y);
    uRadii?.value.set(tight, wide);
    const previous = renderer.getRenderTarget();
    renderer.setRenderTarget(to);
    renderer.render(this.quadScene, this.quadCamera);
    renderer.setRenderTarget(previous);
  }

  dispose(): void {
    this.target.dispose();
    this.swap.dispose();
    this.height.dispose();
    this.blur.dispose();
    this.quad.geometry.dispose();
  }
}
