import {
  ACESFilmicToneMapping,
  CustomBlending,
  DirectionalLight,
  Group,
  Mesh,
  type Object3D,
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
import { type LoadedModel, loadModel } from './model/load-model';
import { ContactBake } from './studio/bake-contact';
import { bakeEnvironment } from './studio/bake-environment';
import { type ContentBounds, measureContent } from './studio/content-bounds';
import { fitKeyLight } from './studio/fit-key-light';
import { type FloorShape, floorShape } from './studio/floor-shape';
import { surfaceUniforms } from './studio/surface-shader';
import { STUDIO } from './studio/themes';
import type { Vector3Tuple } from './types';

export interface PhotographFormat {
  width: number;
  height: number;
  /** Pixels around the content; more below, where the shadow lies. */
  margin: { sides: number; top: number; bottom: number };
  /** Where the camera stands, in radians: around from the front, and up. */
  azimuth: number;
  elevation: number;
  /** `content` puts the floor under what is shown, `zero` at height 0. */
  ground: 'zero' | 'content';
}

/** One model, from a little above. */
export const ASSET_FORMAT: PhotographFormat = {
  width: 1024,
  height: 768,
  margin: { sides: 70, top: 56, bottom: 84 },
  azimuth: 0.56,
  elevation: 0.36,
  ground: 'content',
};

/** A whole plant, from further up, so that the machines behind are seen. */
export const SCENE_FORMAT: PhotographFormat = {
  width: 1152,
  height: 648,
  margin: { sides: 56, top: 44, bottom: 60 },
  azimuth: 0.52,
  elevation: 0.5,
  ground: 'zero',
};

/** A model and where it stands; without a place, at the origin. */
export interface PhotographSubject {
  url: string;
  position?: Vector3Tuple;
  rotation?: Vector3Tuple;
  scale?: Vector3Tuple;
}

/** The same picture with fewer pixels: for devices whose processor draws. */
const scaled = (format: PhotographFormat, factor: number): PhotographFormat => ({
  ...format,
  width: Math.round(format.width * factor),
  height: Math.round(format.height * factor),
  margin: {
    sides: format.margin.sides * factor,
    top: format.margin.top * factor,
    bottom: format.margin.bottom * factor,
  },
});

const LOOK = STUDIO.light;
const SHADOW_PIXELS = 2048;
const CONTACT_PIXELS = 1024;

/** Shadows grow faint before the edge of the picture would cut them. */
const edgeFade = ({ width, height }: PhotographFormat): string =>
  `vec2 toEdge = min(gl_FragCoord.xy, vec2(${width}., ${height}.) - gl_FragCoord.xy);
  float faint = smoothstep(0., ${(width * 0.146).toFixed(1)}, toEdge.x) * smoothstep(0., ${(width * 0.059).toFixed(1)}, toEdge.y);`;

/**
 * Takes pictures of models in the viewer's own studio light, on a floor that is nothing but shadow, so that a picture
 * stands on any background. For pages without a stage of their own; dispose of it after the last picture.
 */
export class Photographer {
  readonly #format: PhotographFormat;
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera: PerspectiveCamera;
  readonly #contact: ContactBake;
  readonly #key = new DirectionalLight(LOOK.keyColor, LOOK.key);
  readonly #plane = new PlaneGeometry(1, 1).rotateX(-Math.PI / 2);
  readonly #castShadow: Mesh<PlaneGeometry, ShadowMaterial>;
  readonly #contactShadow: Mesh<PlaneGeometry, ShaderMaterial>;
  readonly #environment: ReturnType<typeof bakeEnvironment>;

  /** @param fineness factor on all pixels: less is faster */
  constructor(wanted: PhotographFormat, fineness = 1) {
    const format = scaled(wanted, fineness);
    const { width, height } = format;
    this.#contact = new ContactBake(CONTACT_PIXELS * fineness);
    this.#format = format;
    this.#camera = new PerspectiveCamera(FIELD_OF_VIEW, width / height, 0.05, 200);
    this.#castShadow = new Mesh(this.#plane, shadowMaterial(format));
    this.#contactShadow = new Mesh(this.#plane, contactMaterial(this.#contact, format));
    this.#renderer = new WebGLRenderer({ antialias: true, alpha: true, preserveDrawingBuffer: true });
    this.#renderer.setSize(width, height, false);
    this.#renderer.setClearColor(0, 0);
    this.#renderer.toneMapping = ACESFilmicToneMapping;
    this.#renderer.toneMappingExposure = LOOK.exposure;
    this.#renderer.shadowMap.enabled = true;
    this.#renderer.shadowMap.type = PCFShadowMap;
    this.#environment = bakeEnvironment(this.#renderer, LOOK);
    this.#scene.environment = this.#environment.texture;
    this.#scene.environmentIntensity = LOOK.environment;
    this.#key.castShadow = true;
    this.#key.shadow.mapSize.setScalar(SHADOW_PIXELS * fineness);
    this.#key.shadow.bias = -0.0004;
    this.#castShadow.receiveShadow = true;
    this.#castShadow.renderOrder = -2;
    this.#contactShadow.renderOrder = -1;
    this.#scene.add(this.#key, this.#key.target, this.#castShadow, this.#contactShadow);
  }

  /** A picture of what is given, transparent where there is neither content nor shadow. */
  async photograph(
    subjects: readonly PhotographSubject[],
    type: 'image/webp' | 'image/png' = 'image/webp',
  ): Promise<Blob> {
    const models = new Map<string, LoadedModel>();
    const content = new Group();
    try {
      for (const subject of subjects) content.add(await this.#place(subject, models));
      this.#scene.add(content);
      const bounds = measureContent(content);
      const floorY = this.#format.ground === 'zero' || bounds.box.isEmpty() ? 0 : bounds.box.min.y;
      this.#standOnFloor(bounds, floorY);
      this.#contact.bake(this.#renderer, content, floorShape(bounds.box, floorY).area);
      this.#aim(bounds);
      this.#renderer.render(this.#scene, this.#camera);
      return await toBlob(this.#renderer.domElement, type);
    } finally {
      this.#scene.remove(content);
      for (const model of models.values()) model.dispose();
    }
  }

  /** Loads each model once; those that follow are copies that share its geometry. */
  async #place(subject: PhotographSubject, models: Map<string, LoadedModel>): Promise<Object3D> {
    const model = models.get(subject.url) ?? (await loadModel(subject.url));
    models.set(subject.url, model);
    const object = new Group().add(model.scene.parent ? model.scene.clone() : model.scene);
    object.position.fromArray(subject.position ?? [0, 0, 0]);
    object.rotation.fromArray(subject.rotation ?? [0, 0, 0]);
    object.scale.fromArray(subject.scale ?? [1, 1, 1]);
    return object;
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
    const { width, height, margin, azimuth, elevation } = this.#format;
    const frame = {
      left: margin.sides,
      right: width - margin.sides,
      top: margin.top,
      bottom: height - margin.bottom,
    };
    const middle = { x: width / 2, y: height / 2 };
    const direction = directionFrom(azimuth, elevation);
    const fit = fitView(bounds.corners, direction, FIELD_OF_VIEW, { width, height }, middle, frame);
    const distance = fit.position.distanceTo(fit.target);
    this.#camera.position.copy(fit.position);
    this.#camera.lookAt(fit.target);
    this.#camera.near = distance * 0.02;
    this.#camera.far = distance * 20;
    this.#camera.updateProjectionMatrix();
  }
}

function shadowMaterial(format: PhotographFormat): ShadowMaterial {
  const material = new ShadowMaterial({ color: '#1c232b', opacity: 0.2 });
  material.onBeforeCompile = (shader) => {
    shader.fragmentShader = shader.fragmentShader.replace(
      '#include <tonemapping_fragment>',
      `${edgeFade(format)} gl_FragColor.a *= faint;`,
    );
  };
  return material;
}

/** Contact darkness as darkness alone: black, more or less opaque. */
function contactMaterial(contact: ContactBake, format: PhotographFormat): ShaderMaterial {
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
        ${edgeFade(format)}
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
