import { MODEL_LIMITS } from './limits';
import { ModelRefusal } from './refusal';

const MAGIC = 0x46546c67; // "glTF"
const JSON_CHUNK = 0x4e4f534a;
const BINARY_CHUNK = 0x004e4942;
const HEADER_BYTES = 12;
const CHUNK_HEADER_BYTES = 8;

export type GlbChunks = { json: Uint8Array; binary: Uint8Array | undefined };

const startsWith = (file: Uint8Array, ...bytes: number[]) => bytes.every((byte, i) => file[i] === byte);

/** A file that is something else is told by what it is, not by its name. */
function refuseOtherFormats(file: Uint8Array): void {
  if (
    startsWith(file, 0x89, 0x50, 0x4e, 0x47) ||
    startsWith(file, 0xff, 0xd8, 0xff) ||
    startsWith(file, 0x47, 0x49, 0x46)
  ) {
    throw new ModelRefusal('picture', 'This is a picture, not a 3D model, whatever its name says.');
  }
  const first = new TextDecoder().decode(file.subarray(0, 64)).trimStart();
  if (first.startsWith('{')) {
    throw new ModelRefusal(
      'text_gltf',
      'This is a text glTF, whose textures and geometry lie in other files. Export it as one binary file (.glb).',
    );
  }
  throw new ModelRefusal('not_glb', 'This is not a binary glTF file (.glb).');
}

/**
 * Opens the container of a GLB: header, JSON chunk, binary chunk. Believes no length before it has been held
 * against the file's own.
 */
export function readContainer(file: Uint8Array): GlbChunks {
  if (file.byteLength === 0) throw new ModelRefusal('empty_file', 'The file is empty.');
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.byteLength < 4 || view.getUint32(0, true) !== MAGIC) refuseOtherFormats(file);
  if (file.byteLength < HEADER_BYTES + CHUNK_HEADER_BYTES)
    throw cutOff(HEADER_BYTES + CHUNK_HEADER_BYTES, file);
  const version = view.getUint32(4, true);
  if (version !== 2) {
    throw new ModelRefusal(
      'old_version',
      `The file is glTF version ${version}; only version 2 can be read.`,
      { version },
    );
  }
  const declared = view.getUint32(8, true);
  if (declared > file.byteLength) throw cutOff(declared, file);
  if (declared < file.byteLength) {
    throw new ModelRefusal(
      'length_mismatch',
      `The file says it has ${declared} bytes but has ${file.byteLength}: something was appended to it.`,
      { declared, actual: file.byteLength },
    );
  }
  const json = readChunk(file, view, HEADER_BYTES);
  if (json.type !== JSON_CHUNK) throw broken('its first part is not the description');
  if (json.data.byteLength > MODEL_LIMITS.jsonBytes) {
    throw new ModelRefusal(
      'too_many',
      `The description inside the file has ${json.data.byteLength} bytes; at most ${MODEL_LIMITS.jsonBytes} are read.`,
      {
        what: 'description',
        count: json.data.byteLength,
        max: MODEL_LIMITS.jsonBytes,
      },
    );
  }
  if (json.end === file.byteLength) return { json: json.data, binary: undefined };
  const binary = readChunk(file, view, json.end);
  if (binary.type !== BINARY_CHUNK) throw broken('its second part is not the binary data');
  return { json: json.data, binary: binary.data };
}

function readChunk(
  file: Uint8Array,
  view: DataView,
  offset: number,
): { type: number; data: Uint8Array; end: number } {
  const start = offset + CHUNK_HEADER_BYTES;
  if (start > file.byteLength) throw broken('a part has no header');
  const end = start + view.getUint32(offset, true);
  if (end > file.byteLength) throw broken('a part is longer than the file');
  return { type: view.getUint32(offset + 4, true), data: file.subarray(start, end), end };
}

const cutOff = (declared: number, file: Uint8Array): ModelRefusal =>
  new ModelRefusal(
    'cut_off',
    `The file is cut off: it says it has ${declared} bytes, but only ${file.byteLength} arrived.`,
    {
      declared,
      actual: file.byteLength,
    },
  );

const broken = (how: string): ModelRefusal =>
  new ModelRefusal('broken_container', `The file is damaged: ${how}.`);
