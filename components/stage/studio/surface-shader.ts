import { Color, type Material, MeshPhysicalMaterial, MeshStandardMaterial, Vector4 } from 'three';

export const MAX_GLOWS = 4;

/**
 * Uniforms of every refined material. A page has one stage, so they are shared by all: changing a value here
 * changes all surfaces at once and compiles nothing.
 */
export const surfaceUniforms = {
  /** Floor height, height over which the light returns, how much is lost at the floor. */
  uGround: { value: new Vector4(0, 0.85, 0.62, 0) },
  /** Alarm lights: position and reach, then colour. A light object would recompile every material. */
  uGlowAt: { value: Array.from({ length: MAX_GLOWS }, () => new Vector4()) },
  uGlowColor: { value: Array.from({ length: MAX_GLOWS }, () => new Color()) },
  uGlowCount: { value: 0 },
  uBackdrop: { value: new Color() },
};

export const GLOW_DECLARATIONS = /* glsl */ `
uniform vec4 uGlowAt[${MAX_GLOWS}];
uniform vec3 uGlowColor[${MAX_GLOWS}];
uniform int uGlowCount;`;

/** Lights a surface by the alarms near it, `strength` of what a machine takes. */
export const glowLights = (strength: string): string => /* glsl */ `
#ifdef RE_Direct
for (int g = 0; g < ${MAX_GLOWS}; g++) {
  if (g >= uGlowCount) break;
  vec3 toGlow = (viewMatrix * vec4(uGlowAt[g].xyz, 1.)).xyz - geometryPosition;
  float glowDistance = length(toGlow);
  directLight.direction = toGlow / max(glowDistance, 1e-4);
  // Scaled so that a glow of 30 cm looks like one of 3 m.
  directLight.color = ${strength} * uGlowColor[g] * getDistanceAttenuation(max(glowDistance * 3.2 / uGlowAt[g].w, .12), 3.2, 1.6);
  directLight.visible = true;
  RE_Direct(directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight);
}
#endif`;

/** Surfaces darken towards the floor and undersides darken. Stands in for ambient occlusion and costs nothing. */
const GROUND_OCCLUSION = /* glsl */ `
float groundLight = mix(1. - uGround.z, 1., smoothstep(uGround.x - .06 * uGround.y, uGround.x + uGround.y, vGroundPosition.y))
  * mix(1. - uGround.z * .6, 1., smoothstep(-1., .1, vGroundNormal.y));
reflectedLight.indirectDiffuse *= groundLight;
reflectedLight.indirectSpecular *= mix(groundLight, 1., .35);`;

const VERTEX_DECLARATIONS = 'varying vec3 vGroundPosition; varying vec3 vGroundNormal;';
const VERTEX_BODY = /* glsl */ `
vec4 groundPosition = vec4(transformed, 1.);
vec3 groundNormal = objectNormal;
#ifdef USE_INSTANCING
  groundPosition = instanceMatrix * groundPosition;
  groundNormal = mat3(instanceMatrix) * groundNormal;
#endif
vGroundPosition = (modelMatrix * groundPosition).xyz;
vGroundNormal = normalize(mat3(modelMatrix) * groundNormal);`;

/** `receding` fades a machine towards the background, so that what matters stands out. */
export type SurfaceLook = 'plain' | 'receding';

const RECEDE = 'outgoingLight = mix(outgoingLight, uBackdrop, .22);';

function injectSurface(material: Material, look: SurfaceLook): void {
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, surfaceUniforms);
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', `#include <common>\n${VERTEX_DECLARATIONS}`)
      .replace('#include <project_vertex>', `#include <project_vertex>\n${VERTEX_BODY}`);
    shader.fragmentShader = shader.fragmentShader
      .replace(
        '#include <common>',
        `#include <common>\n${VERTEX_DECLARATIONS}\nuniform vec4 uGround; uniform vec3 uBackdrop;${GLOW_DECLARATIONS}`,
      )
      .replace('#include <lights_fragment_begin>', `#include <lights_fragment_begin>\n${glowLights('1.')}`)
      .replace('#include <aomap_fragment>', `#include <aomap_fragment>\n${GROUND_OCCLUSION}`)
      .replace(
        '#include <opaque_fragment>',
        `${look === 'receding' ? RECEDE : ''}\n#include <opaque_fragment>`,
      );
  };
  material.customProgramCacheKey = () => `stage-${look}`;
}

/** Transmission costs a second pass over the scene; plain alpha and the environment's reflection look as good here. */
function replaceTransmission(material: MeshPhysicalMaterial): void {
  if (material.transmission === 0) return;
  material.transmission = 0;
  material.transparent = true;
  material.opacity = Math.min(material.opacity, 0.16);
  material.depthWrite = false;
}

/**
 * Gives a loaded material the stage's light: occlusion by height, alarm glow, and cheap glass. Call once per material,
 * again on a clone (three does not copy shader patches). Unlit materials stay as they are.
 */
export function refineSurface(material: Material, look: SurfaceLook = 'plain'): void {
  if (!(material instanceof MeshStandardMaterial)) return;
  if (material instanceof MeshPhysicalMaterial) replaceTransmission(material);
  if (material.transparent && look === 'plain') return;
  injectSurface(material, look);
}
