import { describe, expect, it } from 'vitest';
import type { PartNode } from '../schema';
import { packGlb, pumpGlb, triangleGlb, triangleJson } from '../test-models';
import { guardGlb } from './guard-glb';
import { countParts, readParts } from './read-parts';

const ids = (parts: readonly PartNode[]): string[] =>
  parts.flatMap((part) => [part.id, ...ids(part.children)]);
const partsOf = (changes: Record<string, unknown>) => readParts(guardGlb(triangleGlb(changes)));
const named = (name: string, more: Record<string, unknown> = {}) => ({ name, mesh: 0, ...more });

describe('readParts', () => {
  it('names parts by their path, counts repeats, and knows their triangles and nodes', async () => {
    const gltf = guardGlb(await pumpGlb());
    const parts = readParts(gltf);
    expect(ids(parts)).toEqual([
      'Pump',
      'Pump/Housing',
      'Pump/Housing/Motor',
      'Pump/Housing/Bolt',
      'Pump/Housing/Bolt#2',
    ]);
    expect(parts[0]).toMatchObject({ name: 'Pump', triangles: 48 });
    const motor = parts[0]?.children[0]?.children[0];
    expect(motor?.triangles).toBe(12);
    expect(gltf.nodes[motor?.node ?? -1]?.name).toBe('Motor');
  });

  it('gives unnamed parts the name of their mesh, or none of its own', () => {
    const meshes = [{ name: 'Lid', primitives: [{ attributes: { POSITION: 0 } }] }];
    expect(ids(partsOf({ meshes }))).toEqual(['Lid']);
    expect(ids(partsOf({}))).toEqual(['Part']);
  });

  it('never gives two parts one id, whatever their names hold', () => {
    const nodes = [
      named('A', { children: [1, 2] }),
      named('B'),
      named('B'),
      named('A/B'),
      named('A'),
      named('B#2'),
      named('x'.repeat(500), { children: [7] }),
      named('y'),
    ];
    const all = ids(partsOf({ nodes, scenes: [{ nodes: [0, 3, 4, 5, 6] }] }));
    expect(all).toHaveLength(8);
    expect(new Set(all).size).toBe(8);
    expect(Math.max(...all.map((id) => id.length))).toBeLessThanOrEqual(400);
  });

  it('keeps to names that can be stored: no half characters, also where a long name is cut', () => {
    const nodes = [named(`${'x'.repeat(79)}😀😀`, { children: [1] }), named('half \ud83d\0')];
    const [part] = partsOf({ nodes });
    expect(part?.name).toBe('x'.repeat(79));
    expect(part?.children[0]?.name).toBe('half \ufffd\ufffd');
  });

  it('keeps ids within what an anchor can hold, however deep the part', () => {
    const nodes = Array.from({ length: 60 }, (_, i) =>
      named(`${'part '.repeat(15)}${i}`, i < 59 ? { children: [i + 1] } : {}),
    );
    const all = ids(partsOf({ nodes }));
    expect(new Set(all).size).toBe(60);
    expect(Math.max(...all.map((id) => id.length))).toBeLessThanOrEqual(400);
  });

  it('leaves out what shows nothing', () => {
    const nodes = [{ name: 'Root', children: [1, 2] }, { name: 'Camera' }, named('Body')];
    expect(ids(partsOf({ nodes }))).toEqual(['Root', 'Root/Body']);
  });

  it('shows the default scene only, and everything when there is no scene', () => {
    const nodes = [named('Shown'), named('Hidden')];
    expect(ids(partsOf({ nodes, scene: 1, scenes: [{ nodes: [1] }, { nodes: [0] }] }))).toEqual(['Shown']);
    const json = triangleJson({ nodes });
    delete json.scenes;
    delete json.scene;
    expect(ids(readParts(guardGlb(packGlb(json, Buffer.alloc(36)))))).toEqual(['Shown', 'Hidden']);
  });

  it('cuts a giant tree at the bottom', () => {
    const nodes = [
      { name: 'Plant', children: [1, 2] },
      named('Left', { children: Array.from({ length: 6_000 }, (_, i) => i + 3) }),
      named('Right'),
      ...Array.from({ length: 6_000 }, () => named('Screw')),
    ];
    const parts = partsOf({ nodes });
    expect(countParts(parts)).toBe(5_000);
    expect(parts[0]?.children.map((part) => part.name)).toEqual(['Left', 'Right']);
  });
});
