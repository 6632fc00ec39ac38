import { type GltfJson, parseGltf } from './gltf-json';
import { guardData, guardUris } from './guard-data';
import { guardDrawing, guardNodes } from './guard-nodes';
import { MODEL_LIMITS } from './limits';
import { readContainer } from './read-container';
import { ModelRefusal } from './refusal';
import { INSISTED_EXTENSIONS, SUPPORTED_EXTENSIONS } from './supported-extensions';

const NAMES: Readonly<Record<string, string>> = {
  KHR_draco_mesh_compression: 'Draco compression',
  KHR_texture_basisu: 'KTX2 textures',
};

/**
 * Decides, from the file's container and its JSON alone, whether a library may be let loose on it: libraries
 * overflow their stack on loops, believe declared sizes, and read paths. Allocates nothing by what the file says.
 *
 * @throws ModelRefusal
 */
export function guardGlb(file: Uint8Array): GltfJson {
  const { json, binary } = readContainer(file);
  const gltf = parseGltf(json);
  guardVersion(gltf);
  guardCounts(gltf);
  guardUris(gltf);
  guardExtensions(gltf);
  guardData(gltf, binary);
  guardNodes(gltf);
  guardDrawing(gltf);
  return gltf;
}

function guardVersion(gltf: GltfJson): void {
  const { version } = gltf.asset;
  if (/^2\.\d+$/.test(version)) return;
  throw new ModelRefusal(
    'old_version',
    `The file is glTF version ${version.slice(0, 20)}; only version 2 can be read.`,
    {
      version: version.slice(0, 20),
    },
  );
}

function guardCounts(gltf: GltfJson): void {
  const counts: [what: string, count: number, max: number][] = [
    ['nodes', gltf.nodes.length, MODEL_LIMITS.nodes],
    ['meshes', gltf.meshes.length, MODEL_LIMITS.nodes],
    ['materials', gltf.materials.length, MODEL_LIMITS.materials],
    ['images', gltf.images.length, MODEL_LIMITS.images],
    ['primitives', sum(gltf.meshes, (mesh) => mesh.primitives.length), MODEL_LIMITS.primitives],
    [
      'animations',
      sum(gltf.animations, (animation) => animation.channels.length),
      MODEL_LIMITS.animationChannels,
    ],
    ['joints', sum(gltf.skins, (skin) => skin.joints.length), MODEL_LIMITS.joints],
  ];
  for (const [what, count, max] of counts) {
    if (count > max)
      throw new ModelRefusal('too_many', `The model has ${count} ${what}; at most ${max} are read.`, {
        what,
        count,
        max,
      });
  }
}

function guardExtensions(gltf: GltfJson): void {
  const needed = [
    ...gltf.extensionsRequired,
    ...gltf.extensionsUsed.filter((name) => INSISTED_EXTENSIONS.includes(name)),
  ];
  const unknown = [...new Set(needed)].filter((name) => !SUPPORTED_EXTENSIONS.has(name));
  if (unknown.length === 0) return;
  const names = unknown
    .slice(0, 5)
    .map((name) => NAMES[name] ?? name.slice(0, 60))
    .join(', ');
  throw new ModelRefusal(
    'unsupported_extension',
    `The model needs ${names}, which can't be shown. Export it without.`,
    { names },
  );
}

const sum = <T>(list: readonly T[], measure: (item: T) => number): number =>
  list.reduce((total, item) => total + measure(item), 0);
