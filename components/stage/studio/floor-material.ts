import { Color, Matrix4, MeshStandardMaterial, type Texture, Vector2, Vector4 } from 'three';
import { GLOW_DECLARATIONS, glowLights, MAX_GLOWS, surfaceUniforms } from './surface-shader';

const DECLARATIONS = 'varying vec3 vFloor; varying vec4 vMirror;';

const FRAGMENT_DECLARATIONS = /* glsl */ `
uniform sampler2D uContact, uMirror;
uniform vec4 uArea, uFade;
uniform vec2 uContactStrength;
uniform float uMirrorStrength, uPool;`;

/** Contact darkness, and the pool of light that an alarm leaves on the floor below it. */
const SHADE = /* glsl */ `
vec2 contactAt = (vFloor.xz - uArea.xy) / uArea.zw + .5;
vec2 contact = texture2D(uContact, contactAt).rg * step(abs(contactAt.x - .5), .5) * step(abs(contactAt.y - .5), .5);
float occlusion = (1. - uContactStrength.x * contact.r) * (1. - uContactStrength.y * contact.g);
reflectedLight.indirectDiffuse *= occlusion;
reflectedLight.indirectSpecular *= occlusion;
reflectedLight.directDiffuse *= mix(1., occlusion, .55);
for (int g = 0; g < ${MAX_GLOWS}; g++) {
  if (g >= uGlowCount) break;
  float reach = uGlowAt[g].w * .55;
  float away = length(vFloor.xz - uGlowAt[g].xz) / reach;
  float high = max(0., uGlowAt[g].y - vFloor.y) / (uGlowAt[g].w * .8);
  vec3 hue = uGlowColor[g] / 6.;
  float pool = uPool * exp(-away * away * 1.6 - high * high * .5) * (1. - .8 * contact.r);
  totalEmissiveRadiance += hue * pool;
  // On a bright floor added light only bleaches: take the other colours away as well.
  vec3 tinted = mix(vec3(1.), min(hue + .3, vec3(1.)), min(pool * 1.2, .8));
  reflectedLight.directDiffuse *= tinted;
  reflectedLight.indirectDiffuse *= tinted;
}`;

/** The mirrored picture, taken from a coarse mip level and spread by 25 taps: a polished floor, not a mirror. */
const MIRROR = /* glsl */ `
if (uMirrorStrength > 0.) {
  vec2 mirrorAt = vMirror.xy / vMirror.w;
  vec4 mirrored = vec4(0.);
  float mirrorWeight = 0.;
  for (int i = -2; i <= 2; i++) for (int j = -2; j <= 2; j++) {
    float g = exp(-float(i * i + j * j) * .25);
    mirrored += g * textureLod(uMirror, mirrorAt + vec2(float(i), float(j)) * .0022, 2.);
    mirrorWeight += g;
  }
  mirrored /= mirrorWeight;
  float fresnel = uMirrorStrength * (.55 + .9 * pow(1. - max(dot(normalize(vViewPosition), normal), 0.), 2.));
  outgoingLight = mix(outgoingLight, min(mirrored.rgb / max(mirrored.a, .001), vec3(1.2)), fresnel * mirrored.a);
}
diffuseColor.a *= 1. - smoothstep(uFade.x, uFade.y, length((vFloor.xz - uArea.xy) * uFade.zw));`;

export function floorUniforms() {
  return {
    uContact: { value: null as Texture | null },
    /** Centre x, z and size of the baked rectangle. */
    uArea: { value: new Vector4(0, 0, 1, 1) },
    uContactStrength: { value: new Vector2() },
    /** Where the floor starts and ends to dissolve, then how the circle is squeezed to the content's shape. */
    uFade: { value: new Vector4(8, 14.5, 1, 1) },
    uMirror: { value: null as Texture | null },
    uMirrorMatrix: { value: new Matrix4() },
    uMirrorStrength: { value: 0 },
    uPool: { value: 0 },
  };
}
export type FloorUniforms = ReturnType<typeof floorUniforms>;

/** The floor takes shadow, contact and alarm light, and dissolves into the page's background. */
export function createFloorMaterial(uniforms: FloorUniforms): MeshStandardMaterial {
  const material = new MeshStandardMaterial({
    color: new Color('#c9cfd5'),
    transparent: true,
    metalness: 0,
    depthWrite: false,
  });
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms, {
      uGlowAt: surfaceUniforms.uGlowAt,
      uGlowColor: surfaceUniforms.uGlowColor,
      uGlowCount: surfaceUniforms.uGlowCount,
    });
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', `#include <common>\n${DECLARATIONS} uniform mat4 uMirrorMatrix;`)
      .replace(
        '#include <project_vertex>',
        '#include <project_vertex>\nvFloor = (modelMatrix * vec4(transformed, 1.)).xyz; vMirror = uMirrorMatrix * vec4(vFloor, 1.);',
      );
    shader.fragmentShader = shader.fragmentShader
      .replace(
        '#include <common>',
        `#include <common>\n${DECLARATIONS}${FRAGMENT_DECLARATIONS}${GLOW_DECLARATIONS}`,
      )
      .replace('#include <lights_fragment_begin>', `#include <lights_fragment_begin>\n${glowLights('.35')}`)
      .replace('#include <aomap_fragment>', SHADE)
      .replace('#include <opaque_fragment>', `${MIRROR}\n#include <opaque_fragment>`);
  };
  material.customProgramCacheKey = () => 'stage-floor';
  return material;
}
