import { describe, expect, it } from 'vitest';
import {
  bombGlb,
  crowdGlb,
  cutOffGlb,
  deepGlb,
  externalUriGlb,
  loopGlb,
  meshoptBombGlb,
  overrunGlb,
  packGlb,
  pngFile,
  pumpGlb,
  triangleGlb,
  triangleJson,
} from '../test-models';
import { guardGlb } from './guard-glb';
import { ModelRefusal } from './refusal';

function refusalOf(file: Uint8Array): ModelRefusal {
  try {
    guardGlb(file);
  } catch (error) {
    if (error instanceof ModelRefusal) return error;
    throw error;
  }
  throw new Error('The model was not refused.');
}

const versionOne = () => {
  const file = triangleGlb();
  file.writeUInt32LE(1, 4);
  return file;
};

/** Header and chunk both claim four gigabytes. */
const lyingHeader = () => {
  const file = triangleGlb();
  file.writeUInt32LE(0xfffffff0, 8);
  file.writeUInt32LE(0xfffffff0, 12);
  return file;
};

const lyingChunk = () => {
  const file = triangleGlb();
  file.writeUInt32LE(0xfffffff0, 12);
  return file;
};

const view = (changes: Record<string, unknown>) =>
  triangleGlb({ bufferViews: [{ buffer: 0, byteLength: 36, ...changes }] });

describe('guardGlb', () => {
  it('lets a good model through', async () => {
    expect(guardGlb(await pumpGlb()).nodes).toHaveLength(5);
    expect(guardGlb(triangleGlb()).meshes).toHaveLength(1);
    expect(guardGlb(triangleGlb({ extensionsUsed: ['ACME_rust'] })).meshes).toHaveLength(1);
  });

  it('lets a file be a slice of a larger buffer', () => {
    const file = triangleGlb();
    const shelf = Buffer.concat([Buffer.alloc(5), file, Buffer.alloc(9)]);
    expect(guardGlb(shelf.subarray(5, 5 + file.length)).nodes).toHaveLength(1);
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'empty_file'],
    ['a PNG that is called .glb', pngFile(), 'picture'],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), 'picture'],
    ['a text glTF', Buffer.from(JSON.stringify(triangleJson())), 'text_gltf'],
    ['a zip', Buffer.from('PK\u0003\u0004 and so on'), 'not_glb'],
    ['the first four bytes of a model', Buffer.from('glTF'), 'cut_off'],
    ['glTF version 1', versionOne(), 'old_version'],
    ['a length that is too large', lyingHeader(), 'cut_off'],
    ['something appended', Buffer.concat([triangleGlb(), Buffer.from('more')]), 'length_mismatch'],
    ['a chunk longer than the file', lyingChunk(), 'broken_container'],
    ['JSON that is none', packGlb('{"asset":'), 'not_json'],
    ['JSON of another thing', packGlb({ hello: 'world' }), 'malformed'],
    ['nested brackets without end', packGlb('['.repeat(100_000)), 'not_json'],
    ['a minor version we do not know', triangleGlb({ asset: { version: '3.0' } }), 'old_version'],
    ['a part of negative number', triangleGlb({ nodes: [{ mesh: -1 }] }), 'malformed'],
    ['an address', externalUriGlb(), 'external_file'],
    ['a path', externalUriGlb('../../../etc/passwd'), 'external_file'],
    ['a path to a picture', triangleGlb({ images: [{ uri: 'textures/steel.png' }] }), 'external_file'],
    ['a file: address', externalUriGlb('file:///etc/passwd'), 'external_file'],
    [
      'a needed extension',
      triangleGlb({ extensionsRequired: ['KHR_draco_mesh_compression'] }),
      'unsupported_extension',
    ],
    [
      'Draco compression, even with a fallback',
      triangleGlb({ extensionsUsed: ['KHR_draco_mesh_compression'] }),
      'unsupported_extension',
    ],
    ['vertices without data', bombGlb(), 'too_many'],
    ['more vertices than bytes', overrunGlb(), 'too_many'],
    [
      'a few vertices too many',
      triangleGlb({ accessors: [{ bufferView: 0, componentType: 5126, type: 'VEC3', count: 4 }] }),
      'data_overrun',
    ],
    [
      'no data at all',
      triangleGlb({ accessors: [{ componentType: 5126, type: 'VEC3', count: 3 }] }),
      'data_missing',
    ],
    [
      'a type that is none',
      triangleGlb({ accessors: [{ bufferView: 0, componentType: 5126, type: 'VEC9', count: 3 }] }),
      'malformed',
    ],
    ['a view beyond its buffer', view({ byteOffset: 4 }), 'data_overrun'],
    ['a view of a buffer that is not there', view({ buffer: 7 }), 'broken_reference'],
    ['a buffer larger than the file', triangleGlb({ buffers: [{ byteLength: 4_000 }] }), 'data_overrun'],
    ['36 bytes that unpack to 2.4 GB', meshoptBombGlb(), 'too_much_data'],
    ['a loop of parts', loopGlb(), 'node_loop'],
    ['a part that holds itself', triangleGlb({ nodes: [{ mesh: 0, children: [0] }] }), 'node_shared'],
    [
      'a part in two others',
      triangleGlb({ nodes: [{ children: [2] }, { children: [2] }, { mesh: 0 }] }),
      'node_shared',
    ],
    ['a chain of 100 parts', deepGlb(100), 'too_deep'],
    ['200,000 parts', deepGlb(), 'too_many'],
    ['a part that is not there', triangleGlb({ nodes: [{ mesh: 0, children: [9] }] }), 'broken_reference'],
    ['a mesh that is not there', triangleGlb({ nodes: [{ mesh: 3 }] }), 'broken_reference'],
    ['a scene of parts that are not there', triangleGlb({ scenes: [{ nodes: [4] }] }), 'broken_reference'],
    ['40 million triangles drawn', crowdGlb(), 'too_many_triangles'],
    [
      'only lines',
      triangleGlb({ meshes: [{ primitives: [{ attributes: { POSITION: 0 }, mode: 1 }] }] }),
      'no_surface',
    ],
    ['nothing to see', triangleGlb({ nodes: [{}] }), 'no_surface'],
  ])('refuses %s', (_what, file, reason) => {
    const refusal = refusalOf(file);
    expect(refusal.reason).toBe(reason);
    expect(refusal.message).toMatch(/^[A-Z"].*[.)]$/);
  });

  it('refuses a file that was cut off, and says by how much', async () => {
    const whole = await pumpGlb();
    expect(refusalOf(await cutOffGlb())).toMatchObject({
      reason: 'cut_off',
      values: { declared: whole.length, actual: 900 },
    });
  });

  it('is quickly done with the worst of them', () => {
    const started = performance.now();
    for (const file of [bombGlb(), overrunGlb(), meshoptBombGlb(), deepGlb(), crowdGlb()]) refusalOf(file);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
