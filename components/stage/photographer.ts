import {
  ACESFilmicToneMapping,
  CustomBlending,
  DirectionalLight,
  Mesh,
  OneFactor,
  OneMinusSrcAlphaFactor,
  PCFShadowMap,
  PerspectiveCamera,
  PlaneGeometry,
  Scene,
  ShaderMaterial,
  ShadowMaterial,
  WebGLRenderer,
} from 'three';
import { directionFrom, FIELD_OF_VIEW, fitView } from './camera/fit-view';
import { loadModel } from './model/load-model';
import { ContactBake } from './studio/bake-contact';
import { bakeEnvironment } from './studio/bake-environment';
import { type ContentBounds, measureContent } from './studio/content-bounds';
import { fitKeyLight } from './studio/fit-key-light';
import { type FloorShape, floorShape } from './studio/floor-shape';
import { surfaceUniforms } from './studio/surface-shader';
import { STUDIO } from './studio/themes';

export const PHOTOGRAPH = { width: 1024, height: 768 };
/** Where the model goes: a little above the middle, as its shadow lies below. */
const FRAME = { left: 70, right: PHOTOGRAPH.width - 70, top: 56, bottom: PHOTOGRAPH.height - 84 };
const AZIMUTH = 0.56;
const ELEVATION = 0.36;
const LOOK = STUDIO.light;

/** Shadows grow faint before the edge of the picture would cut them. */
const EDGE_FADE = `vec2 toEdge = min(gl_FragCoord.xy, vec2(${PHOTOGRAPH.width}., ${PHOTOGRAPH.height}.) - gl_FragCoord.xy);
  float faint = smoothstep(0., 150., toEdge.x) * smoothstep(0., 60., toEdge.y);`;

/**
 * Takes pictures of models in the viewer's own studio light, on a floor that is nothing but shadow, so that a picture
 * stands on any background. For pages without a stage of their own; dispose of it after the last picture.
 */
export class Photographer {
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera(FIELD_OF_VIEW, PHOTOGRAPH.width / PHOTOGRAPH.height, 0.05, 200);
  readonly #contact = new ContactBake(1024);
  readonly #key = new DirectionalLight(LOOK.keyColor, LOOK.key);
  readonly #plane = new PlaneGeometry(1, 1).rotateX(-Math.PI / 2);
  readonly #castShadow = new Mesh(this.#plane, shadowMaterial());
  readonly #contactShadow = new Mesh(this.#plane, contactMaterial(this.#contact));
  readonly #environment: ReturnType<typeof bakeEnvironment>;

  constructor() {
    this.#renderer = new WebGLRenderer({ antialias: true, alpha: true, preserveDrawingBuffer: true });
    this.#renderer.setSize(PHOTOGRAPH.width, PHOTOGRAPH.height, false);
    this.#renderer.setClearColor(0, 0);
    this.#renderer.toneMapping = ACESFilmicToneMapping;
    this.#renderer.toneMappingExposure = LOOK.exposure;
    this.#renderer.shadowMap.enabled = true;
    this.#renderer.shadowMap.type = PCFShadowMap;
    this.#environment = bakeEnvironment(this.#renderer, LOOK);
    this.#scene.environment = this.#environment.texture;
    this.#scene.environmentIntensity = LOOK.environment;
    this.#key.castShadow = true;
    this.#key.shadow.mapSize.setScalar(2048);
    this.#key.shadow.bias = -0.0004;
    this.#castShadow.receiveShadow = true;
    this.#castShadow.renderOrder = -2;
    this.#contactShadow.renderOrder = -1;
    this.#scene.add(this.#key, this.#key.target, this.#castShadow, this.#contactShadow);
  }

  /** A picture of the model at a URL, transparent where there is neither model nor shadow. */
  async photograph(url: string, type: 'image/webp' | 'image/png' = 'image/webp'): Promise<Blob> {
    const model = await loadModel(url);
    try {
      this.#scene.add(model.scene);
      const bounds = measureContent(model.scene);
      this.#standOnFloor(bounds, bounds.box.min.y);
      this.#contact.bake(this.#renderer, model.scene, floorShape(bounds.box, bounds.box.min.y).area);
      this.#aim(bounds);
      this.#renderer.render(this.#scene, this.#camera);
      return await toBlob(this.#renderer.domElement, type);
    } finally {
      this.#scene.remove(model.scene);
      model.dispose();
    }
  }

  dispose(): void {
    for (const { material } of [this.#castShadow, this.#contactShadow]) material.dispose();
    this.#contact.dispose();
    this.#plane.dispose();
    this.#environment.dispose();
    this.#renderer.dispose();
    this.#renderer.forceContextLoss();
  }

  #standOnFloor(bounds: ContentBounds, floorY: number): void {
    const { area, occlusionHeight }: FloorShape = floorShape(bounds.box, floorY);
    surfaceUniforms.uGround.value.set(floorY, occlusionHeight, 0.62, 0);
    fitKeyLight(this.#key, bounds.box);
    this.#contactShadow.position.set(area.x, floorY + 0.001, area.z);
    this.#contactShadow.scale.set(area.width, 1, area.depth);
    this.#castShadow.position.set(area.x, floorY, area.z);
    this.#castShadow.scale.setScalar(area.width + area.depth);
  }

  #aim(bounds: ContentBounds): void {
    const middle = { x: PHOTOGRAPH.width / 2, y: PHOTOGRAPH.height / 2 };
    const fit = fitView(
      bounds.corners,
      directionFrom(AZIMUTH, ELEVATION),
      FIELD_OF_VIEW,
      PHOTOGRAPH,
      middle,
      FRAME,
    );
    const distance = fit.position.distanceTo(fit.target);
    this.#camera.position.copy(fit.position);
    this.#camera.lookAt(fit.target);
    this.#camera.near = distance * 0.02;
    this.#camera.far = distance * 20;
    this.#camera.updateProjectionMatrix();
  }
}

function shadowMaterial(): ShadowMaterial {
  const material = new ShadowMaterial({ color: '#1c232b', opacity: 0.2 });
  material.onBeforeCompile = (shader) => {
    shader.fragmentShader = shader.fragmentShader.replace(
      '#include <tonemapping_fragment>',
      `${EDGE_FADE} gl_FragColor.a *= faint;`,
    );
  };
  return material;
}

/** Contact darkness as darkness alone: black, more or less opaque. */
function contactMaterial(contact: ContactBake): ShaderMaterial {
  return new ShaderMaterial({
    transparent: true,
    depthWrite: false,
    blending: CustomBlending,
    blendSrc: OneFactor,
    blendDst: OneMinusSrcAlphaFactor,
    uniforms: { uContact: { value: contact.target.texture } },
    vertexShader:
      'varying vec2 vAt; void main(){ vAt = vec2(uv.x, 1. - uv.y); gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.); }',
    fragmentShader: `varying vec2 vAt; uniform sampler2D uContact;
      void main(){
        vec2 c = texture2D(uContact, vAt).rg;
        ${EDGE_FADE}
        float a = faint * (1. - (1. - .62 * c.r) * (1. - .4 * c.g));
        gl_FragColor = vec4(vec3(.07, .09, .11) * a, a);
      }`,
  });
}

function toBlob(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The browser made no picture'))),
      type,
      0.92,
    );
  });
}
