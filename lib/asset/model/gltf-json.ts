import { z } from 'zod';
import { ModelRefusal } from './refusal';

/** The parts of a glTF's JSON that we look at before any library does. All else is left out, unread. */

const index = z.number().int().min(0).max(4_294_967_295);
const size = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const name = z.string().optional();

const meshoptSchema = z.object({
  buffer: index,
  byteOffset: size.optional(),
  byteLength: size,
  byteStride: size,
  count: size,
});

const attributesSchema = z.record(z.string(), index);

const primitiveSchema = z.object({
  attributes: attributesSchema,
  indices: index.optional(),
  mode: z.number().int().min(0).max(6).optional(),
  targets: z.array(attributesSchema).optional(),
});
export type GltfPrimitive = z.infer<typeof primitiveSchema>;

const accessorSchema = z.object({
  bufferView: index.optional(),
  byteOffset: size.optional(),
  componentType: z.number().int(),
  count: size,
  type: z.string(),
  sparse: z
    .object({
      count: size,
      indices: z.object({ bufferView: index, byteOffset: size.optional(), componentType: z.number().int() }),
      values: z.object({ bufferView: index, byteOffset: size.optional() }),
    })
    .optional(),
});
export type GltfAccessor = z.infer<typeof accessorSchema>;

const bufferViewSchema = z.object({
  buffer: index,
  byteOffset: size.optional(),
  byteLength: size,
  byteStride: size.optional(),
  extensions: z
    .object({
      EXT_meshopt_compression: meshoptSchema.optional(),
      KHR_meshopt_compression: meshoptSchema.optional(),
    })
    .optional(),
});
export type GltfBufferView = z.infer<typeof bufferViewSchema>;

const nodeSchema = z.object({
  name,
  children: z.array(index).optional(),
  mesh: index.optional(),
  extensions: z
    .object({ EXT_mesh_gpu_instancing: z.object({ attributes: attributesSchema }).optional() })
    .optional(),
});
export type GltfNode = z.infer<typeof nodeSchema>;

const gltfSchema = z.object({
  asset: z.object({ version: z.string() }),
  extensionsUsed: z.array(z.string()).default([]),
  extensionsRequired: z.array(z.string()).default([]),
  scene: index.optional(),
  scenes: z.array(z.object({ nodes: z.array(index).optional() })).default([]),
  nodes: z.array(nodeSchema).default([]),
  meshes: z.array(z.object({ name, primitives: z.array(primitiveSchema) })).default([]),
  materials: z.array(z.object({})).default([]),
  textures: z.array(z.object({})).default([]),
  images: z.array(z.object({ uri: z.string().optional(), bufferView: index.optional() })).default([]),
  accessors: z.array(accessorSchema).default([]),
  bufferViews: z.array(bufferViewSchema).default([]),
  buffers: z
    .array(
      z.object({
        uri: z.string().optional(),
        byteLength: size,
        extensions: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .default([]),
  animations: z.array(z.object({ channels: z.array(z.object({})) })).default([]),
  skins: z.array(z.object({ joints: z.array(index) })).default([]),
});
export type GltfJson = z.infer<typeof gltfSchema>;

/** @throws ModelRefusal naming the first member that isn't as glTF demands. */
export function parseGltf(bytes: Uint8Array): GltfJson {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ModelRefusal('not_json', 'The description inside the file is not valid JSON.');
  }
  const parsed = gltfSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const at = parsed.error.issues[0]?.path.map(String).join('/') ?? '';
  throw new ModelRefusal('malformed', `The model's description is not as glTF demands, at "${at}".`, { at });
}
