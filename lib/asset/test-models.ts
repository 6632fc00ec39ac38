import { Document, WebIO } from '@gltf-transform/core';

/** Models for tests, made here: good ones, and the hostile ones that parsers are known to stumble over. */

type Bytes = Buffer<ArrayBuffer>;

const pad = (bytes: Buffer, filler: number): Bytes =>
  Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4, filler)]);

const chunk = (type: number, data: Buffer): Bytes => {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(data.length, 0);
  head.writeUInt32LE(type, 4);
  return Buffer.concat([head, data]);
};

/** A GLB with exactly this JSON, right or wrong. */
export function packGlb(json: unknown, binary: Buffer = Buffer.alloc(0)): Bytes {
  const chunks = [
    chunk(0x4e4f534a, pad(Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)), 0x20)),
  ];
  if (binary.length > 0) chunks.push(chunk(0x004e4942, pad(binary, 0)));
  const body = Buffer.concat(chunks);
  const head = Buffer.alloc(12);
  head.write('glTF', 0, 'latin1');
  head.writeUInt32LE(2, 4);
  head.writeUInt32LE(12 + body.length, 8);
  return Buffer.concat([head, body]);
}

const TRIANGLE = Buffer.from(new Float32Array([0, 0, 0, 1, 0, 0, 0, 1, 0]).buffer);

/** JSON of one triangle, and what to change in it. */
export const triangleJson = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  asset: { version: '2.0' },
  scene: 0,
  scenes: [{ nodes: [0] }],
  nodes: [{ mesh: 0 }],
  meshes: [{ primitives: [{ attributes: { POSITION: 0 } }] }],
  accessors: [{ bufferView: 0, componentType: 5126, type: 'VEC3', count: 3, min: [0, 0, 0], max: [1, 1, 0] }],
  bufferViews: [{ buffer: 0, byteLength: 36 }],
  buffers: [{ byteLength: 36 }],
  ...changes,
});

export const triangleGlb = (changes: Record<string, unknown> = {}): Bytes =>
  packGlb(triangleJson(changes), TRIANGLE);

/** A well-formed pump of two named parts, one of them twice; `variant` makes its bytes differ. */
export async function pumpGlb(variant = 0): Promise<Bytes> {
  const document = new Document();
  const buffer = document.createBuffer();
  const steel = document.createMaterial('steel').setBaseColorFactor([0.5, 0.5, 0.5 + variant / 1e4, 1]);
  const corners = [-1, 1].flatMap((x) =>
    [-1, 1].flatMap((y) => [-1, 1].map((z) => [x * 0.5, y * 0.5, z * 0.5])),
  );
  const position = document
    .createAccessor()
    .setType('VEC3')
    .setArray(new Float32Array(corners.flat()))
    .setBuffer(buffer);
  const faces = [
    0, 1, 3, 0, 3, 2, 4, 6, 7, 4, 7, 5, 0, 4, 5, 0, 5, 1, 2, 3, 7, 2, 7, 6, 0, 2, 6, 0, 6, 4, 1, 5, 7, 1, 7,
    3,
  ];
  const indices = document.createAccessor().setArray(new Uint16Array(faces)).setBuffer(buffer);
  const box = document
    .createMesh('box')
    .addPrimitive(
      document.createPrimitive().setAttribute('POSITION', position).setIndices(indices).setMaterial(steel),
    );
  const motor = document.createNode('Motor').setMesh(box).setTranslation([2, 0.5, 0]);
  const bolts = [0, 1].map((i) =>
    document.createNode('Bolt').setMesh(box).setScale([0.1, 0.1, 0.1]).setTranslation([0, 1, i]),
  );
  const housing = document.createNode('Housing').setMesh(box).setTranslation([0, 0.5, 0]);
  for (const part of [motor, ...bolts]) housing.addChild(part);
  document.createScene().addChild(document.createNode('Pump').addChild(housing));
  return Buffer.from(await new WebIO().writeBinary(document));
}

const GIANT = 300_000_000;
const giantAccessor = { componentType: 5126, type: 'VEC3', count: GIANT, min: [0, 0, 0], max: [1, 1, 1] };

/** A 1 × 1 PNG, as someone renames it to `.glb`. */
export const pngFile = (): Bytes =>
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  );

export const cutOffGlb = async (): Promise<Bytes> => (await pumpGlb()).subarray(0, 900);

export const externalUriGlb = (uri = 'http://127.0.0.1:9911/secret.bin'): Bytes =>
  triangleGlb({ buffers: [{ byteLength: 36, uri }] });

export const loopGlb = (): Bytes =>
  triangleGlb({ nodes: [{ mesh: 0, children: [1] }, { children: [0] }], scenes: [{ nodes: [0] }] });

/** 200,000 nodes, each inside the one before. */
export function deepGlb(levels = 200_000): Bytes {
  const nodes = Array.from({ length: levels }, (_, i) =>
    i < levels - 1 ? { children: [i + 1] } : { mesh: 0 },
  );
  return triangleGlb({ nodes });
}

/** Claims 300 million vertices in 36 bytes. */
export const overrunGlb = (): Bytes => triangleGlb({ accessors: [{ bufferView: 0, ...giantAccessor }] });

/** Claims 300 million vertices and has no data for them. */
export const bombGlb = (): Bytes => triangleGlb({ accessors: [giantAccessor] });

/** Claims that 36 bytes unpack to 2.4 GB. */
export const meshoptBombGlb = (): Bytes =>
  triangleGlb({
    accessors: [{ bufferView: 0, ...giantAccessor, count: 20_000_000 }],
    bufferViews: [
      {
        buffer: 1,
        byteLength: 2_400_000_000,
        byteStride: 12,
        extensions: {
          EXT_meshopt_compression: {
            buffer: 0,
            byteLength: 36,
            byteStride: 12,
            mode: 'ATTRIBUTES',
            count: 200_000_000,
          },
        },
      },
    ],
    buffers: [
      { byteLength: 36 },
      { byteLength: 2_400_000_000, extensions: { EXT_meshopt_compression: { fallback: true } } },
    ],
    extensionsUsed: ['EXT_meshopt_compression'],
    extensionsRequired: ['EXT_meshopt_compression'],
  });

/** A good model of this many vertices, twelve bytes each. */
export function largeGlb(vertices: number): Bytes {
  const positions = new Float32Array(vertices * 3).map((_, i) => (i % 1_000) / 1_000);
  return packGlb(
    triangleJson({
      accessors: [
        { bufferView: 0, componentType: 5126, type: 'VEC3', count: vertices, min: [0, 0, 0], max: [1, 1, 1] },
      ],
      bufferViews: [{ buffer: 0, byteLength: positions.byteLength }],
      buffers: [{ byteLength: positions.byteLength }],
    }),
    Buffer.from(positions.buffer),
  );
}

/** 1,000 triangles, placed 40,000 times. */
export const crowdGlb = (): Bytes => {
  const nodes = Array.from({ length: 40_000 }, () => ({ mesh: 0 }));
  const vertices = 3_000;
  return packGlb(
    triangleJson({
      nodes,
      scenes: [{ nodes: nodes.map((_, i) => i) }],
      accessors: [{ bufferView: 0, componentType: 5126, type: 'VEC3', count: vertices }],
      bufferViews: [{ buffer: 0, byteLength: vertices * 12 }],
      buffers: [{ byteLength: vertices * 12 }],
    }),
    Buffer.alloc(vertices * 12),
  );
};

/** Its positions are not numbers: only the validator looks that closely. */
export const notANumberGlb = (): Bytes =>
  packGlb(triangleJson(), Buffer.from(new Float32Array([Number.NaN, 0, 0, 1, 0, 0, 0, 1, 0]).buffer));

/** Its picture says that it is 60,000 pixels wide and high. */
export function hugePictureGlb(): Bytes {
  const png = pngFile();
  png.writeUInt32BE(60_000, 16);
  png.writeUInt32BE(60_000, 20);
  return packGlb(
    triangleJson({
      bufferViews: [
        { buffer: 0, byteLength: 36 },
        { buffer: 0, byteOffset: 36, byteLength: png.length },
      ],
      buffers: [{ byteLength: 36 + png.length }],
      images: [{ bufferView: 1, mimeType: 'image/png' }],
      textures: [{ source: 0 }],
      materials: [{ pbrMetallicRoughness: { baseColorTexture: { index: 0 } } }],
    }),
    Buffer.concat([TRIANGLE, png]),
  );
}
