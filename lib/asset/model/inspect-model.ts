import { type Document, getBounds, ImageUtils, Logger, type Scene, WebIO } from '@gltf-transform/core';
import { ALL_EXTENSIONS } from '@gltf-transform/extensions';
import { MeshoptDecoder } from 'meshoptimizer';
import type { AssetStatistics, PartNode } from '../schema';
import type { GltfJson } from './gltf-json';
import { MODEL_LIMITS } from './limits';
import { readParts } from './read-parts';
import { ModelRefusal } from './refusal';

export type ModelFacts = { statistics: AssetStatistics; parts: PartNode[] };

/**
 * Decodes a guarded model and says what it is. Reads the given bytes and nothing else: `WebIO` knows no paths, and
 * the guard has refused addresses.
 *
 * @throws ModelRefusal
 */
export async function inspectModel(file: Uint8Array, gltf: GltfJson): Promise<ModelFacts> {
  const document = await decode(file);
  const parts = readParts(gltf);
  guardPictures(document);
  const root = document.getRoot();
  const scene = root.getDefaultScene() ?? root.listScenes()[0] ?? looseScene(document);
  return {
    parts,
    statistics: {
      bytes: file.byteLength,
      triangles: parts.reduce((sum, part) => sum + part.triangles, 0),
      meshes: root.listMeshes().length,
      materials: root.listMaterials().length,
      textures: root.listTextures().length,
      animations: root.listAnimations().length,
      bounds: readBounds(scene),
    },
  };
}

async function decode(file: Uint8Array): Promise<Document> {
  await MeshoptDecoder.ready;
  const io = new WebIO()
    .setLogger(new Logger(Logger.Verbosity.SILENT))
    .registerExtensions(ALL_EXTENSIONS)
    .registerDependencies({ 'meshopt.decoder': MeshoptDecoder });
  try {
    return await io.readBinary(file);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.slice(0, 200) : '';
    throw new ModelRefusal('unreadable', `The model can't be read: ${why}`, { why });
  }
}

/** A file without a scene shows all its nodes that are in no other. */
function looseScene(document: Document): Scene {
  const scene = document.createScene();
  for (const node of document.getRoot().listNodes()) if (!node.getParentNode()) scene.addChild(node);
  return scene;
}

function readBounds(scene: Scene): AssetStatistics['bounds'] {
  const { min, max } = getBounds(scene);
  for (const value of [...min, ...max]) {
    if (Number.isFinite(value) && Math.abs(value) <= MODEL_LIMITS.extent) continue;
    throw new ModelRefusal(
      'too_far',
      'The model reaches more than 1,000 km from its origin: check its unit (glTF is in metres) and its placement.',
    );
  }
  return { min: [min[0], min[1], min[2]], max: [max[0], max[1], max[2]] };
}

/** Pictures of a few kilobytes can unpack to gigabytes; their headers tell. */
function guardPictures(document: Document): void {
  let together = 0;
  for (const texture of document.getRoot().listTextures()) {
    const image = texture.getImage();
    const name = (texture.getName() || texture.getURI() || 'texture').slice(0, 80);
    const size = image && ImageUtils.getSize(image, ImageUtils.getMimeType(image) ?? texture.getMimeType());
    if (!size)
      throw new ModelRefusal('picture_broken', `The picture "${name}" in the model can't be read.`, { name });
    const [width, height] = size;
    together += width * height;
    if (width * height > MODEL_LIMITS.imagePixels || together > MODEL_LIMITS.imagePixelsTogether) {
      throw new ModelRefusal(
        'picture_too_large',
        `The picture "${name}" in the model is too large: ${width} × ${height} pixels.`,
        {
          name,
          width,
          height,
        },
      );
    }
  }
}
