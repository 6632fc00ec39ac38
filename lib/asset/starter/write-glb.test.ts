import { NodeIO } from '@gltf-transform/core';
import { KHRMeshQuantization } from '@gltf-transform/extensions';
import { describe, expect, it } from 'vitest';
import { box } from './kit/box';
import { assembly, part } from './kit/part';
import { writeGlb } from './write-glb';

const read = (glb: Uint8Array) => new NodeIO().registerExtensions([KHRMeshQuantization]).readBinary(glb);

const wheel = (name: string, x: number) =>
  part(name, [x, 0.2, 0], (m) => m.add(box(0.1, 0.4, 0.4), 'steel', [x, 0, 0]), { turnsAround: 'x' });

const cart = assembly('Cart', [
  part('Deck', [0, 0.3, 0], (m) => m.add(box(1, 0.1, 0.5), 'paint', [0, 0.3, 0]), {
    children: [part('Lamp', [0.4, 0.4, 0], (m) => m.add(box(0.1, 0.1, 0.1), 'lamp', [0.4, 0.4, 0]))],
  }),
  wheel('Left wheel', -0.4),
  wheel('Right wheel', 0.4),
]);

async function nodes() {
  const document = await read(await writeGlb(cart));
  const byName = new Map(
    document
      .getRoot()
      .listNodes()
      .map((node) => [node.getName(), node]),
  );
  return (name: string) => {
    const node = byName.get(name);
    if (!node) throw new Error(`There is no node "${name}".`);
    return node;
  };
}

describe('writeGlb', () => {
  it('nests parts and places each at its pivot, seen from the part around it', async () => {
    const node = await nodes();
    expect(node('Lamp').getParentNode()?.getName()).toBe('Deck');
    expect(node('Deck').getTranslation()).toEqual([0, 0.3, 0].map((n) => expect.closeTo(n, 5)));
    expect(node('Lamp').getTranslation()).toEqual([0.4, 0.1, 0].map((n) => expect.closeTo(n, 5)));
    expect(node('Left wheel').getTranslation()[1]).toBeCloseTo(0.2, 5);
  });

  it('says how a part turns', async () => {
    const node = await nodes();
    expect(node('Left wheel').getExtras()).toEqual({ turnsAround: 'x' });
    expect(node('Deck').getExtras()).toEqual({});
  });

  it('stores equal parts once', async () => {
    const node = await nodes();
    expect(node('Left wheel').getMesh()).not.toBeNull();
    expect(node('Left wheel').getMesh()).toBe(node('Right wheel').getMesh());
  });

  it('carries only the materials and textures that the machine uses', async () => {
    const root = (await read(await writeGlb(cart))).getRoot();
    expect(
      root
        .listMaterials()
        .map((material) => material.getName())
        .sort(),
    ).toEqual(['Brushed steel', 'Lamp', 'White paint']);
    expect(root.listTextures().map((texture) => texture.getName())).toEqual(['brushed']);
  });
});
