import type { GltfAccessor, GltfBufferView, GltfJson } from './gltf-json';
import { MODEL_LIMITS } from './limits';
import { ModelRefusal } from './refusal';

const COMPONENTS: Readonly<Record<string, number>> = {
  SCALAR: 1,
  VEC2: 2,
  VEC3: 3,
  VEC4: 4,
  MAT2: 4,
  MAT3: 9,
  MAT4: 16,
};
const COMPONENT_BYTES: Readonly<Record<number, number>> = {
  5120: 1,
  5121: 1,
  5122: 2,
  5123: 2,
  5125: 4,
  5126: 4,
};

const isDataUri = (uri: string): boolean => /^data:/i.test(uri);

/** Nothing outside the file: a path would read the server's disk, an address its network, or both the viewer's. */
export function guardUris(gltf: GltfJson): void {
  for (const { uri } of [...gltf.buffers, ...gltf.images]) {
    if (uri === undefined || isDataUri(uri)) continue;
    const shown = uri.slice(0, 120);
    throw new ModelRefusal(
      'external_file',
      `The model needs another file, "${shown}". Export it with everything embedded.`,
      {
        uri: shown,
      },
    );
  }
}

/** Every view lies in its buffer, every accessor in its view, and all of it decoded is of bounded size. */
export function guardData(gltf: GltfJson, binary: Uint8Array | undefined): void {
  const buffers = gltf.buffers.map((buffer, i) => bufferBytes(buffer, i, binary));
  let decoded = 0;
  const add = (bytes: number) => {
    decoded += bytes;
    if (decoded > MODEL_LIMITS.decodedBytes) {
      throw new ModelRefusal('too_much_data', 'Unpacked, the model has more than 1 GB of data.', {
        max: MODEL_LIMITS.decodedBytes,
      });
    }
  };
  gltf.bufferViews.forEach((view, i) => {
    add(guardView(view, i, buffers));
  });
  gltf.images.forEach((image, i) => {
    if (image.bufferView !== undefined) at(gltf.bufferViews, image.bufferView, `images/${i}`);
  });
  gltf.accessors.forEach((accessor, i) => {
    add(guardAccessor(accessor, i, gltf));
  });
}

/** Bytes that a buffer really has. Without a source it is the fallback of compressed views, which is never read. */
function bufferBytes(
  buffer: GltfJson['buffers'][number],
  index: number,
  binary: Uint8Array | undefined,
): { bytes: number; real: boolean } {
  if (buffer.uri !== undefined) {
    // Four characters hold three bytes; what is not base64 the validator refuses.
    return { bytes: Math.min(buffer.byteLength, Math.ceil(buffer.uri.length * 0.75)), real: true };
  }
  if (index === 0 && binary) {
    if (buffer.byteLength > binary.byteLength) throw overrun('buffers/0');
    return { bytes: buffer.byteLength, real: true };
  }
  return { bytes: buffer.byteLength, real: false };
}

function guardView(view: GltfBufferView, index: number, buffers: { bytes: number; real: boolean }[]): number {
  const place = `bufferViews/${index}`;
  const packed = view.extensions?.EXT_meshopt_compression ?? view.extensions?.KHR_meshopt_compression;
  const source = packed ?? view;
  const buffer = at(buffers, source.buffer, place);
  if (!buffer.real) throw missing(place);
  if ((source.byteOffset ?? 0) + source.byteLength > buffer.bytes) throw overrun(place);
  if (!packed) return 0;
  if (packed.count * packed.byteStride !== view.byteLength) throw overrun(place);
  return view.byteLength;
}

function guardAccessor(accessor: GltfAccessor, index: number, gltf: GltfJson): number {
  const place = `accessors/${index}`;
  if (accessor.count === 0 || accessor.count > MODEL_LIMITS.accessorCount) {
    throw new ModelRefusal(
      'too_many',
      `A list of the model has ${accessor.count} elements; between 1 and ${MODEL_LIMITS.accessorCount} are read.`,
      {
        what: 'accessor',
        count: accessor.count,
        max: MODEL_LIMITS.accessorCount,
      },
    );
  }
  const element = elementBytes(accessor.type, accessor.componentType, place);
  if (accessor.bufferView === undefined && !accessor.sparse) throw missing(place);
  if (accessor.bufferView !== undefined) {
    guardSpan(gltf, accessor.bufferView, accessor.byteOffset, accessor.count, element, place);
  }
  if (accessor.sparse) {
    const { count, indices, values } = accessor.sparse;
    if (count > accessor.count) throw overrun(place);
    const indexBytes = elementBytes('SCALAR', indices.componentType, place);
    guardSpan(gltf, indices.bufferView, indices.byteOffset, count, indexBytes, place);
    guardSpan(gltf, values.bufferView, values.byteOffset, count, element, place);
  }
  return accessor.count * element;
}

/** Do `count` elements fit into the view? */
function guardSpan(
  gltf: GltfJson,
  viewIndex: number,
  byteOffset = 0,
  count: number,
  element: number,
  place: string,
): void {
  const view = at(gltf.bufferViews, viewIndex, place);
  const stride = view.byteStride ?? element;
  if (stride < element || byteOffset + stride * (count - 1) + element > view.byteLength) throw overrun(place);
}

function elementBytes(type: string, componentType: number, place: string): number {
  const components = COMPONENTS[type];
  const bytes = COMPONENT_BYTES[componentType];
  if (components && bytes) return components * bytes;
  throw new ModelRefusal('malformed', `The model's description is not as glTF demands, at "${place}".`, {
    at: place,
  });
}

/** The element that something refers to, or a refusal naming who refers to nothing. */
export function at<T>(list: readonly T[], index: number, place: string): T {
  const found = list[index];
  if (found !== undefined) return found;
  throw new ModelRefusal(
    'broken_reference',
    `The model is damaged: "${place}" refers to something that is not in the file.`,
    {
      at: place,
    },
  );
}

const overrun = (place: string): ModelRefusal =>
  new ModelRefusal('data_overrun', `The model is damaged: "${place}" claims more data than the file has.`, {
    at: place,
  });

const missing = (place: string): ModelRefusal =>
  new ModelRefusal('data_missing', `The model is damaged: the data of "${place}" is not in the file.`, {
    at: place,
  });
