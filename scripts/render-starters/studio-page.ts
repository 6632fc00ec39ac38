/**
 * Runs in the browser of `render-starters.ts`: takes pictures of models in the viewer's own studio light, on a floor
 * that is nothing but shadow, so that a picture stands on any background.
 */
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
import { directionFrom, FIELD_OF_VIEW, fitView } from '@/components/stage/camera/fit-view';
import { loadModel } from '@/components/stage/model/load-model';
import { ContactBake } from '@/components/stage/studio/bake-contact';
import { bakeEnvironment } from '@/components/stage/studio/bake-environment';
import { type ContentBounds, measureContent } from '@/components/stage/studio/content-bounds';
import { fitKeyLight } from '@/components/stage/studio/fit-key-light';
import { type FloorShape, floorShape } from '@/components/stage/studio/floor-shape';
import { surfaceUniforms } from '@/components/stage/studio/surface-shader';
import { STUDIO } from '@/components/stage/studio/themes';

const SIZE = { width: 1024, height: 768 };
/** Where the model goes: a little above the middle, as its shadow lies below. */
const FRAME = { left: 70, right: SIZE.width - 70, top: 56, bottom: SIZE.height - 84 };
const AZIMUTH = 0.56;
const ELEVATION = 0.36;

/** Shadows grow faint before the edge of the picture would cut them. */
const EDGE_FADE = `vec2 toEdge = min(gl_FragCoord.xy, vec2(${SIZE.width}., ${SIZE.height}.) - gl_FragCoord.xy);
  float faint = smoothstep(0., 150., toEdge.x) * smoothstep(0., 60., toEdge.y);`;

declare global {
  interface Window {
    /** Takes the picture of the model at a URL; answers with a PNG as a data URL. */
    photograph(url: string): Promise<string>;
  }
}

const look = STUDIO.light;
const renderer = new WebGLRenderer({ antialias: true, alpha: true, preserveDrawingBuffer: true });
renderer.setSize(SIZE.width, SIZE.height, false);
renderer.setClearColor(0, 0);
renderer.toneMapping = ACESFilmicToneMapping;
renderer.toneMappingExposure = look.exposure;
renderer.shadowMap.enabled = true;
renderer.shadowMap.type = PCFShadowMap;

const scene = new Scene();
scene.environment = bakeEnvironment(renderer, look).texture;
scene.environmentIntensity = look.environment;
const camera = new PerspectiveCamera(FIELD_OF_VIEW, SIZE.width / SIZE.height, 0.05, 200);
const contact = new ContactBake(1024);
const key = new DirectionalLight(look.keyColor, look.key);
key.castShadow = true;
key.shadow.mapSize.setScalar(2048);
key.shadow.bias = -0.0004;
scene.add(key, key.target);

const plane = new PlaneGeometry(1, 1).rotateX(-Math.PI / 2);
const castShadow = new Mesh(plane, shadowMaterial());
castShadow.receiveShadow = true;
castShadow.renderOrder = -2;
const contactShadow = new Mesh(plane, contactMaterial());
contactShadow.renderOrder = -1;
scene.add(castShadow, contactShadow);

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
function contactMaterial(): ShaderMaterial {
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

function standOnFloor(bounds: ContentBounds, { area, occlusionHeight }: FloorShape): void {
  surfaceUniforms.uGround.value.set(0, occlusionHeight, 0.62, 0);
  fitKeyLight(key, bounds.box);
  contactShadow.position.set(area.x, 0.001, area.z);
  contactShadow.scale.set(area.width, 1, area.depth);
  castShadow.scale.setScalar(area.width + area.depth);
}

window.photograph = async (url) => {
  const model = await loadModel(url);
  scene.add(model.scene);
  const bounds = measureContent(model.scene);
  const shape = floorShape(bounds.box, 0);
  standOnFloor(bounds, shape);
  contact.bake(renderer, model.scene, shape.area);

  const middle = { x: SIZE.width / 2, y: SIZE.height / 2 };
  const direction = directionFrom(AZIMUTH, ELEVATION);
  const fit = fitView(bounds.corners, direction, FIELD_OF_VIEW, SIZE, middle, FRAME);
  camera.position.copy(fit.position);
  camera.lookAt(fit.target);
  renderer.render(scene, camera);
  const picture = renderer.domElement.toDataURL('image/png');
  scene.remove(model.scene);
  model.dispose();
  return picture;
};
